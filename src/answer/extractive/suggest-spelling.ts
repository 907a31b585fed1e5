// The question's words that no article has, and the names that articles have → what was probably meant.

import type { QuestionTerm } from "../../core/question.ts";
import { readNames } from "../../english/names.ts";
import { foldWord } from "../../english/stems.ts";
import { isOneEditApart } from "../../text/edit-distance.ts";
import { findWords } from "../../text/words.ts";
import { listTerms } from "./list-terms.ts";

/** Shorter words are one edit from too many others. */
const LEAST_LETTERS = 4;

/**
 * "Did you mean “Verbeek”?" after a question about "Verbek"; undefined where no name is one edit away. A
 * word typed small is taken for a name where another word of that name is in the question.
 * @param texts what names are looked for in: sentences and titles
 */
export function suggestSpelling(
  terms: readonly QuestionTerm[],
  texts: readonly string[],
): string | undefined {
  const missed = terms.filter(
    ({ text, passages }) => passages === 0 && foldWord(text).length >= LEAST_LETTERS,
  );
  if (missed.length === 0) return undefined;
  const asked = new Set(terms.map(({ text }) => foldWord(text)));
  const known = listKnownNames(texts);
  const meant = missed.flatMap((term) => {
    const typed = foldWord(term.text);
    const near = [...known].find(
      ([folded, { beside }]) =>
        isOneEditApart(typed, folded) && (term.isName || beside.some((word) => asked.has(word))),
    );
    return near === undefined ? [] : [{ ...term, text: near[1].written }];
  });
  return meant.length === 0 ? undefined : `Did you mean ${listTerms(meant, "and")}?`;
}

interface KnownWord {
  readonly written: string;
  readonly count: number;
  /** The other words of the names that it is in, folded. */
  readonly beside: readonly string[];
}

/** Each name's words, folded; those of most names first. */
function listKnownNames(texts: readonly string[]): ReadonlyMap<string, KnownWord> {
  const found = new Map<string, KnownWord>();
  for (const name of texts.flatMap((text) => listNameWords(text))) {
    for (const word of name) {
      const known = found.get(foldWord(word));
      const others = name.filter((other) => other !== word).map(foldWord);
      found.set(foldWord(word), {
        written: word.replace(/['’]s?$/u, ""),
        count: (known?.count ?? 0) + 1,
        beside: [...(known?.beside ?? []), ...others],
      });
    }
  }
  return new Map([...found].sort(([, one], [, other]) => other.count - one.count));
}

/** Each name as its words. */
function listNameWords(text: string): readonly (readonly string[])[] {
  return readNames(text).map(({ start, end }) =>
    findWords(text.slice(start, end)).map((word) => word.text),
  );
}
