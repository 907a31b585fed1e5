// The flag --compare → the rankings that it names.

import { PullquoteError, RANKING_NAMES, type RankingName } from "../../index.ts";
import { suggestWord } from "../settings/suggest-word.ts";

const isRankingName = (word: string): word is RankingName =>
  (RANKING_NAMES as readonly string[]).includes(word);

/** What ships, where nothing is named. @throws PullquoteError `bad-setting` */
export function readRankings(flag: unknown): readonly RankingName[] {
  if (typeof flag !== "string") return ["hybrid"];
  const words = flag.split(",").map((word) => word.trim());
  const names = words.map((word) => {
    if (isRankingName(word)) return word;
    const meant = suggestWord(word, RANKING_NAMES);
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no ranking ${JSON.stringify(word)}.`,
      hint: meant ? `Did you mean ${meant}?` : `The rankings are: ${RANKING_NAMES.join(", ")}.`,
    });
  });
  if (new Set(names).size === names.length) return names;
  throw new PullquoteError({
    code: "bad-setting",
    message: "--compare names a ranking twice.",
    hint: `pullquote eval retrieval FILE --compare ${[...new Set(names)].join(",")}`,
  });
}
