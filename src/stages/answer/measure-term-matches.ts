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
  const asked = findWords(question);
  for (const [index, word] of asked.entries()) {
    const near = isCompound(asked, index, stems) ? 1 : (words[index] ?? 0);
    for (const part of word.text.split("-")) {
      const stem = stemWord(part);
      nearness.set(stem, Math.max(nearness.get(stem) ?? 0, near));
    }
  }
  return terms.map(({ stem, isName }) => {
    const near = nearness.get(stem) ?? 0;
    return stems.has(stem) && (isName || near >= SAME_WORD) ? 1 : near;
  });
}

/** "air strikes" beside "airstrikes": with the word before or behind it is one that stands there. */
function isCompound(
  asked: readonly { readonly text: string }[],
  index: number,
  stems: ReadonlySet<string>,
): boolean {
  const word = asked[index]?.text ?? "";
  const [before, behind] = [asked[index - 1]?.text, asked[index + 1]?.text];
  return (
    (before !== undefined && stems.has(stemWord(before + word))) ||
    (behind !== undefined && stems.has(stemWord(word + behind)))
  );
}
