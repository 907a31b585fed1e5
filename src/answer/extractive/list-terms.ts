// Words of a question → their list in a sentence: “Ghent”, “ferry” and “fares”.

import type { QuestionTerm } from "../../core/question.ts";

/** Words of the question that a refusal repeats at most. */
const MOST_TOLD = 4;

export function listTerms(terms: readonly QuestionTerm[], joint: string): string {
  const told = terms.slice(0, MOST_TOLD).map(({ text }) => `“${text}”`);
  const last = told.pop() ?? "";
  return told.length === 0 ? last : `${told.join(", ")} ${joint} ${last}`;
}
