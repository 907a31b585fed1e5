// A question and statements, each of an article of its own → how the comparison holds them against each other.

import type { DraftComparison } from "../../src/model/comparison.ts";
import { draftComparison } from "../../src/stages/compare/draft-comparison.ts";

export function compareTexts(
  question: string,
  texts: readonly string[],
): DraftComparison | undefined {
  const sentences = texts.map((text, place) => ({
    articleId: String(place),
    start: 0,
    end: text.length,
    text,
    rank: 1,
  }));
  return draftComparison(question, sentences);
}
