// The question's terms and one sentence → how well each term is met there.

import type { QuestionTerm } from "../../model/question.ts";
import { stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";

/**
 * 1 for a term whose stem the sentence has, else the nearness in meaning that the scorer gives
 * (0 to 1), the best one where the question has the term twice. `words` runs beside
 * `findWords(question)`.
 */
export function measureTermMatches(
  question: string,
  terms: readonly QuestionTerm[],
  stems: ReadonlySet<string>,
  words: readonly number[],
): number[] {
  const nearness = new Map<string, number>();
  for (const [index, word] of findWords(question).entries()) {
    for (const part of word.text.split("-")) {
      const stem = stemWord(part);
      nearness.set(stem, Math.max(nearness.get(stem) ?? 0, words[index] ?? 0));
    }
  }
  return terms.map(({ stem }) => (stems.has(stem) ? 1 : (nearness.get(stem) ?? 0)));
}
