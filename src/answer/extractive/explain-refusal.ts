// Evidence that does not answer → why not, in a sentence for the reader, with the spelling that was probably meant.

import type { DraftAbstention } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { QuestionTerm } from "../../core/question.ts";
import { readNames } from "../../english/names.ts";
import { foldWord } from "../../english/stems.ts";
import { isOneEditApart } from "../../text/similarity.ts";
import { findWords } from "../../text/words.ts";

/** Shorter words are one edit from too many others. */
const LEAST_LETTERS = 4;

/**
 * "Did you mean “Verbeek”?" after a question about "Verbek"; undefined where no name is one edit away. A
 * word typed small is taken for a name where another word of that name is in the question.
 * @param texts what names are looked for in: sentences and titles
 */
function suggestSpelling(
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

/** Words of the question that a refusal repeats at most. */
const MOST_TOLD = 4;

/** Words of a question → their list in a sentence: “Ghent”, “ferry” and “fares”. */
function listTerms(terms: readonly QuestionTerm[], joint: string): string {
  const told = terms.slice(0, MOST_TOLD).map(({ text }) => `“${text}”`);
  const last = told.pop() ?? "";
  return told.length === 0 ? last : `${told.join(", ")} ${joint} ${last}`;
}

/** What was missed: every word, a name, or only the answer. */
export function explainRefusal(evidence: Evidence): Pick<DraftAbstention, "reason" | "detail"> {
  const { terms, sentences, articles, titles, searched } = evidence;
  if (searched.articles === 0) {
    return { reason: "no-match", detail: "No article is left to search: the filters fit none." };
  }
  if (terms.length === 0) {
    return { reason: "unclear-question", detail: "The question names no subject to search for." };
  }
  if (sentences.length === 0) {
    return { reason: "no-match", detail: "No passage matches any word of the question." };
  }
  const found = [...articles.values()].map(({ metadata }) => metadata.title?.value ?? "");
  const texts = [...sentences.map(({ text }) => text), ...new Set([...titles, ...found])];
  const meant = suggestSpelling(terms, texts);
  const told = meant === undefined ? "" : ` ${meant}`;
  const unknown = terms.filter(({ isName, passages }) => isName && passages === 0);
  if (unknown.length > 0) {
    const detail = `${listTerms(unknown, "and")} ${unknown.length === 1 ? "stands" : "stand"} in none of the articles searched.${told}`;
    return { reason: "unknown-name", detail };
  }
  const detail = `The articles speak of the subject, but no sentence that was read says what is asked.${told}`;
  return { reason: "not-said", detail };
}
