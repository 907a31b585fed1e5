// The question's terms and one sentence → how well each term is met there.

import type { QuestionTerm } from "../../model/question.ts";
import { stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";

/**
 * A shared stem that comes no nearer than this in meaning is another word: "founded" beside "found",
 * a water tank beside a think tank. Names share their letters whatever stands around them.
 */
const SAME_WORD = 0.4;

/**
 * 1 for a term whose stem the sentence has in the same meaning, else the nearness in meaning that
 * the scorer gives (0 to 1), the best one where the question has the term twice. `words` runs
 * beside `findWords(question)`.
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
  return terms.map(({ stem, isName }) => {
    const near = nearness.get(stem) ?? 0;
    return stems.has(stem) && (isName || near >= SAME_WORD) ? 1 : near;
  });
}
