// Question text and the passages found → its content words, and how many of those hold each.

import type { StoredPassage } from "../../model/passage.ts";
import type { QuestionTerm } from "../../model/question.ts";
import { findNames } from "../../text/question-words.ts";
import { carriesSubject, listContentStems, stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";

/**
 * Full-text search brings rare words to the top, so a word that none of the passages found holds is,
 * but for very long result lists, in none of those searched.
 */
export function surveyTerms(question: string, found: readonly StoredPassage[]): QuestionTerm[] {
  const names = new Set(findNames(question).flatMap(({ text }) => text.split("-").map(stemWord)));
  const holding = found.map(({ text }) => new Set(listContentStems(text)));
  const terms = new Map<string, QuestionTerm>();
  for (const text of findWords(question).flatMap((word) => word.text.split("-"))) {
    const stem = stemWord(text);
    if (!carriesSubject(text) || terms.has(stem)) continue;
    const passages = holding.filter((stems) => stems.has(stem)).length;
    terms.set(stem, { text, stem, isName: names.has(stem), passages });
  }
  return [...terms.values()];
}
