// A request for a summary and what was found → whole articles as evidence.

import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ArticleScope, PassageStore } from "../core/ports/passage-store.ts";
import type { SummaryRequest } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";
import { filterRecords, scopeArticles } from "./scope-articles.ts";

/** More would be no summary. */
const MOST_ARTICLES = 8;
/** Share of the best passage's score from which an article is on the subject. */
const ON_SUBJECT = 0.6;

/** Articles named by the subject that are looked at: of more, some will do for a summary. */
const MOST_NAMED = 1000;

/**
 * Those whose title or publisher has all of the subject's words, the newest first; else those that rank
 * best, one where one is asked for. Not yet cut to `MOST_ARTICLES`.
 * @param records among which the named ones are
 * @param ranked passages found for the subject, best first
 */
export function pickSummarized(
  { subject, isOne }: SummaryRequest,
  records: readonly ArticleRecord[],
  ranked: readonly ScoredPassage[],
): readonly string[] {
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
  const scope = scopeArticles(found.question.filters);
  const { ids, count } = await listSummarized(request, scope, found, store);
  const shown = ids.slice(0, MOST_ARTICLES);
  const room = shown.length === 1 ? ALONE : OF_SEVERAL;
  const passages: ScoredPassage[] = [];
  for (const id of shown) {
    for (const passage of (await store.passagesOf(id)).slice(0, room)) {
      passages.push({ passage, score: 1, legs: {} });
    }
  }
  const records = await store.recordsOf(shown);
  const articles = new Map([...found.articles, ...records.map((one) => [one.id, one] as const)]);
  return { ...found, articles, passages, summary: { articles: count } };
}

/** Where the request names no subject, all in scope are meant; `ids` are then the newest of them. */
async function listSummarized(
  request: SummaryRequest,
  scope: ArticleScope,
  { passages, searched }: Evidence,
  store: PassageStore,
): Promise<{ readonly ids: readonly string[]; readonly count: number }> {
  const { subject } = request;
  if (subject.length === 0) {
    const newest = await store.newest(MOST_ARTICLES, scope);
    return { ids: newest.map(({ id }) => id), count: searched.articles };
  }
  const records = await store.named({ stems: subject, limit: MOST_NAMED });
  const ids = pickSummarized(request, filterRecords(records, scope), passages);
  return { ids, count: ids.length };
}
