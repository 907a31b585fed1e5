// The amount that a change led to and the article's other sentences → what it was before.

import type { Amount } from "./amount.ts";
import { readAmounts } from "./read-amounts.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const WAS = /\b(?:were|was|had been|used to|previously|until then|earlier)\b/iu;

/** "They were getting 350" in front of "it was cut to 100"; unchanged where nothing of the kind stands there. */
export function findBefore(
  statement: Statement,
  sentences: readonly ComparedSentence[],
): Statement {
  const { value, sentence } = statement;
  if (value.kind !== "amount" || value.amount.change !== "after") return statement;
  const earlier = sentences.filter(
    ({ articleId, start, text }) =>
      articleId === sentence.articleId && start < sentence.start && WAS.test(text),
  );
  for (const one of earlier.toSorted((left, right) => right.start - left.start)) {
    const amount = readAmounts(one.text).find((other) => isLike(other, value.amount));
    if (amount === undefined) continue;
    const label = one.text.slice(amount.start, amount.end);
    const before = { sentence: one, value: { kind: "amount", amount }, label } as const;
    return { ...statement, before: { ...before, place: amount, isPast: true } };
  }
  return statement;
}

function isLike(one: Amount, other: Amount): boolean {
  const isOfPeriod = one.rate?.period === other.rate?.period;
  return one.dimension === other.dimension && isOfPeriod && one.change === undefined && !one.isPart;
}
