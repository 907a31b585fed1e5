// The question's content words and the passages found → how many of those hold each.

import type { ArticleRecord } from "../core/index-state.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { QuestionTerm } from "../core/question.ts";
import type { AskedTerm } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";
import { readHeading } from "./read-heading.ts";

/**
 * Full-text search brings rare words to the top, so a word that none of the passages found holds is,
 * but for very long result lists, in none of those searched.
 */
export function surveyTerms(
  terms: readonly AskedTerm[],
  found: readonly StoredPassage[],
  records: ReadonlyMap<string, ArticleRecord>,
): QuestionTerm[] {
  const holding = found.map(({ articleId, text }) => {
    const heading = readHeading(records.get(articleId));
    return new Set([...listContentStems(heading), ...listContentStems(text)]);
  });
  return terms.map((term) => ({
    ...term,
    passages: holding.filter((stems) => stems.has(term.stem)).length,
  }));
}
