// A request for a summary, the records in scope and a ranking → the articles to be summarized.

import type { ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { SummaryRequest } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";

/** More would be no summary. */
export const MOST_ARTICLES = 8;
/** Share of the best passage's score from which an article is on the subject. */
const ON_SUBJECT = 0.6;

/**
 * All in scope where the request names no subject; else those whose title or publisher has all of
 * its words; else those that rank best, one where one is asked for. The newest first where there
 * is no ranking, and not yet cut to `MOST_ARTICLES`.
 * @param ranked passages found for the subject, best first
 */
export function pickSummarized(
  { subject, isOne }: SummaryRequest,
  records: readonly ArticleRecord[],
  ranked: readonly ScoredPassage[],
): readonly string[] {
  if (subject.length === 0) return orderByDate(records);
  const named = records.filter((record) => hasAll(record, subject));
  if (named.length > 0) return orderByDate(named);
  const floor = (ranked[0]?.score ?? 0) * ON_SUBJECT;
  const onSubject = ranked.filter(({ score }) => score >= floor);
  const ids = [...new Set(onSubject.map(({ passage }) => passage.articleId))];
  return isOne ? ids.slice(0, 1) : ids;
}

function hasAll({ metadata }: ArticleRecord, subject: readonly string[]): boolean {
  const { title, publisher, about } = metadata;
  const named = [title?.value, publisher?.value, about?.title, about?.publisher];
  const stems = new Set(named.flatMap((name) => listContentStems(name ?? "")));
  return subject.every((stem) => stems.has(stem));
}

function orderByDate(records: readonly ArticleRecord[]): readonly string[] {
  const dateOf = ({ metadata }: ArticleRecord): string => metadata.published?.value ?? "";
  return records
    .toSorted((one, other) => {
      const [left, right] = [dateOf(one), dateOf(other)];
      if (left === right) return one.id < other.id ? -1 : 1;
      return left < right ? 1 : -1;
    })
    .map(({ id }) => id);
}
