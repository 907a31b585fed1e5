// A question, its words that no article has, and the words that articles have → the question as it was probably meant.
// "when did the council aprove the brige" → "when did the council approve the bridge"

import type { QuestionTerm } from "../core/question.ts";
import { foldWord, stemWord } from "../english/stems.ts";
import { isOneEditApart } from "../text/similarity.ts";
import { findWords } from "../text/words.ts";

/** Shorter words are one edit from too many others; a letter that was changed makes another word more often than a slip. */
const LEAST_LETTERS = 4;
const LEAST_CHANGED = 6;

/**
 * `missed` are the words that no article has and that are no words of the language. Undefined where none of them is one slip away from a word of the texts: a letter left out,
 * doubled, added or swapped with the next, in a long word also changed. The first letter is right.
 */
export function correctSpelling(
  question: string,
  missed: ReadonlySet<string>,
  texts: Iterable<string>,
): string | undefined {
  if (missed.size === 0) return undefined;
  const known = countWords(texts);
  let corrected = "";
  let from = 0;
  for (const { text, start, end } of findWords(question)) {
    const meant = missed.has(text) ? findMeant(text, known) : undefined;
    if (meant === undefined) continue;
    corrected += question.slice(from, start) + meant;
    from = end;
  }
  return from === 0 ? undefined : corrected + question.slice(from);
}

interface KnownWord {
  readonly written: string;
  readonly count: number;
}

/** Words of the question that no passage holds, long enough to be told from others. */
export function listMissed(terms: readonly QuestionTerm[]): readonly string[] {
  return terms
    .filter(({ text, passages }) => passages === 0 && foldWord(text).length >= LEAST_LETTERS)
    .map(({ text }) => text);
}

/** Folded words with the form in which they are written first. */
function countWords(texts: Iterable<string>): ReadonlyMap<string, KnownWord> {
  const known = new Map<string, KnownWord>();
  for (const text of texts) {
    for (const word of findWords(text)) {
      const written = word.text.replace(/['’]s?$/u, "");
      const folded = foldWord(written);
      const before = known.get(folded);
      const isSmall = /^\p{Ll}/u.test(written);
      const kept = before === undefined || isSmall ? written : before.written;
      known.set(folded, { written: kept, count: (before?.count ?? 0) + 1 });
    }
  }
  return known;
}

/** A word that stands once may be a slip itself; what is typed as a name means a name. */
function findMeant(text: string, known: ReadonlyMap<string, KnownWord>): string | undefined {
  const typed = foldWord(text);
  const isName = /^\p{Lu}/u.test(text);
  const near = [...known].filter(
    ([folded, { written, count }]) =>
      count > 1 && (!isName || /^\p{Lu}/u.test(written)) && isSlip(typed, folded),
  );
  // Two words of one stem are one reading; two of different stems are none.
  if (new Set(near.map(([folded]) => stemWord(folded))).size !== 1) return undefined;
  return near.sort(([, one], [, other]) => other.count - one.count)[0]?.[1].written;
}

function isSlip(typed: string, folded: string): boolean {
  if (folded.length < LEAST_LETTERS || typed[0] !== folded[0]) return false;
  if (!isOneEditApart(typed, folded) || stemWord(typed).startsWith(stemWord(folded))) return false;
  const isSwapped = [...typed].sort().join("") === [...folded].sort().join("");
  return typed.length !== folded.length || isSwapped || typed.length >= LEAST_CHANGED;
}
