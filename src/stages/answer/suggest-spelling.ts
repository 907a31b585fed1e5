// The question's words that no article has, and the names that articles have → what was probably meant.

import { isOneEditApart } from "../../text/edit-distance.ts";
import { readNames } from "../../text/names.ts";
import { foldWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { RankingQuestion } from "./rank-sentences.ts";
import { listTerms } from "./tell-refusal.ts";

/** Shorter words are one edit from too many others. */
const LEAST_LETTERS = 4;

/**
 * "Did you mean “Gersten”?" after a question about "Gersen"; undefined where no name is one edit away.
 * @param texts what names are looked for in: sentences and titles
 */
export function suggestSpelling(
  { terms }: RankingQuestion,
  texts: readonly string[],
): string | undefined {
  const missed = terms.filter(
    ({ text, passages }) => passages === 0 && foldWord(text).length >= LEAST_LETTERS,
  );
  if (missed.length === 0) return undefined;
  const known = listKnownNames(texts);
  const meant = missed.flatMap((term) => {
    const typed = foldWord(term.text);
    const near = [...known].find(([folded]) => isOneEditApart(typed, folded));
    return near === undefined ? [] : [{ ...term, text: near[1] }];
  });
  return meant.length === 0 ? undefined : `Did you mean ${listTerms(meant, "and")}?`;
}

/** Each name's words, folded, with the word as written; those of most texts first. */
function listKnownNames(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, { word: string; count: number }>();
  for (const text of texts) {
    for (const { start, end } of readNames(text)) {
      for (const word of findWords(text.slice(start, end))) {
        const folded = foldWord(word.text);
        const count = (found.get(folded)?.count ?? 0) + 1;
        found.set(folded, { word: word.text.replace(/['’]s?$/u, ""), count });
      }
    }
  }
  const ordered = [...found].sort(([, one], [, other]) => other.count - one.count);
  return new Map(ordered.map(([folded, { word }]) => [folded, word]));
}
