// A request for a summary and what was found → whole articles as evidence.

import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import type { SummaryRequest } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";

/** More would be no summary. */
const MOST_ARTICLES = 8;
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

/** Passages read of an article where it is alone, and of each of several. */
const ALONE = 60;
const OF_SEVERAL = 6;

/**
 * `found` is the evidence that the search brought for the request's subject; its records, terms and
 * counts are kept.
 * @throws PullquoteError `index-damaged`
 */
export async function gatherSummary(
  request: SummaryRequest,
  found: Evidence,
  store: PassageStore,
): Promise<Evidence> {
  const ids = pickSummarized(request, [...found.articles.values()], found.passages);
  const shown = ids.slice(0, MOST_ARTICLES);
  const room = shown.length === 1 ? ALONE : OF_SEVERAL;
  const passages: ScoredPassage[] = [];
  for (const id of shown) {
    for (const passage of (await store.passagesOf(id)).slice(0, room)) {
      passages.push({ passage, score: 1, legs: {} });
    }
  }
  return { ...found, passages, summary: { articles: ids.length } };
}
