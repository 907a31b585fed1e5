// A question and invented sentences, each of an article of its own → their comparison, its verdict, its reasons.

import type { DraftComparison } from "../../../src/model/comparison.ts";
import { draftComparison } from "../../../src/stages/compare/draft-comparison.ts";

export const compare = (
  question: string,
  ...texts: readonly string[]
): DraftComparison | undefined =>
  draftComparison(
    question,
    texts.map((text, place) => ({
      articleId: `${place}.txt`,
      start: 0,
      end: text.length,
      text,
      rank: 1,
    })),
  );
export const verdictOf = (question: string, ...texts: readonly string[]): string | undefined =>
  compare(question, ...texts)?.verdict;
export const reasonsOf = (question: string, ...texts: readonly string[]): unknown =>
  compare(question, ...texts)?.positions.map(({ reason }) => reason);
