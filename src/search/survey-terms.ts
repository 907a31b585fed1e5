// Question text and the passages found → its content words, and how many of those hold each.

import type { ArticleRecord } from "../core/index-state.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { QuestionTerm } from "../core/question.ts";
import { carriesSubject, listContentStems, stemWord } from "../english/stems.ts";
import { findNames } from "../question/question-words.ts";
import { findWords } from "../text/words.ts";
import { readHeading } from "./read-heading.ts";

/**
 * Full-text search brings rare words to the top, so a word that none of the passages found holds is,
 * but for very long result lists, in none of those searched.
 */
export function surveyTerms(
  question: string,
  found: readonly StoredPassage[],
  records: ReadonlyMap<string, ArticleRecord>,
): QuestionTerm[] {
  const names = new Set(findNames(question).flatMap(({ text }) => text.split("-").map(stemWord)));
  const holding = found.map(({ articleId, text }) => {
    const heading = readHeading(records.get(articleId));
    return new Set([...listContentStems(heading), ...listContentStems(text)]);
  });
  const terms = new Map<string, QuestionTerm>();
  for (const text of findWords(question).flatMap((word) => word.text.split("-"))) {
    const stem = stemWord(text);
    if (!carriesSubject(text) || terms.has(stem)) continue;
    const passages = holding.filter((stems) => stems.has(stem)).length;
    terms.set(stem, { text, stem, isName: names.has(stem), passages });
  }
  return [...terms.values()];
}
