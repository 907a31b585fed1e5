// Passages and the point at issue → those worth scoring: the best that may hold a value of that kind.

import type { ScoredPassage } from "../../model/evidence.ts";
import { holdsDate, holdsQuantity } from "../../text/expressions.ts";
import type { Issue } from "./read-issue.ts";

/** Scoring a passage costs a forward pass. */
const MOST = 40;

/** Best first, as they come. */
export function keepSpeaking(
  passages: readonly ScoredPassage[],
  { kinds, isMoney }: Issue,
): readonly ScoredPassage[] {
  const [kind] = kinds;
  const holds = (text: string): boolean => {
    if (kind === "amount")
      return isMoney ? MONEY.test(text) || SHARE.test(text) : holdsQuantity(text);
    return kind === "date" ? holdsDate(text) : true;
  };
  return passages.filter(({ passage }) => holds(passage.text)).slice(0, MOST);
}

const MONEY =
  /[$€£¥₹]|\b(?:dollars?|cents?|euros?|pounds?|pence|yen|yuan|rupees?|rou?bles?|dinars?|francs?|kron[ae]r?|crowns?|pesos?|liras?|ri[ya]als?|shekels?|zlotys?|forints?|dirhams?|shillings?|naira|taka|hryvnias?)\b/iu;
const SHARE = /%|\bper ?cent\b|\bhalf\b/iu;
