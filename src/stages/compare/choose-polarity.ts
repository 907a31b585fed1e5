// A sentence and a question to be answered by yes or no → which of them it says.

import type { Amount } from "./amount.ts";
import { readAmounts } from "./read-amounts.ts";
import type { Issue } from "./read-issue.ts";
import { readStance, type Stance } from "./read-stance.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const HALF = 0.5;

/**
 * What is denied of the question's own words says no; a sentence that leaves it open says nothing.
 * Asked what most of them are, a share says which.
 */
export function choosePolarity(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const stance = readStance(sentence, issue);
  if (stance === undefined) return [];
  const { text } = sentence;
  const share = issue.isMostly ? findShare(text) : undefined;
  const answer = share === undefined ? stance.answer : judgeShare(share, stance);
  const amount = share === undefined ? {} : { amount: share };
  return [
    {
      sentence,
      value: { kind: "polarity", answer, ...amount },
      label: answer,
      place: share ?? stance.place,
      isPast: false,
    },
  ];
}

function findShare(text: string): Amount | undefined {
  return readAmounts(text).find(
    ({ dimension, change }) => dimension === "share" && change === undefined,
  );
}

/** Most of them are, where more than half are; said of the contrary it is turned round. */
function judgeShare({ low, high }: Amount, { answer }: Stance): Stance["answer"] {
  const isMost = low > HALF;
  const isLess = high <= HALF;
  if (!isMost && !isLess) return "partly";
  return isMost === (answer !== "no") ? "yes" : "no";
}
