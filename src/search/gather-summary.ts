// A request for a summary or a survey → evidence of whole articles, or of their beginnings where there are several.

import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import type { SummaryRequest, SurveyRequest } from "../core/question-intent.ts";
import { MOST_ARTICLES, pickSummarized } from "./pick-summarized.ts";

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

/** Articles that a survey of names reads. */
const MOST_SURVEYED = 60;

/**
 * Whole articles, those that the request means or the best on its subject.
 * @throws PullquoteError `index-damaged`
 */
export async function gatherSurvey(
  request: SurveyRequest,
  found: Evidence,
  store: PassageStore,
): Promise<Evidence> {
  const ids = pickSummarized(request, [...found.articles.values()], found.passages);
  const whole = await Promise.all(ids.slice(0, MOST_SURVEYED).map((id) => store.passagesOf(id)));
  const passages = whole.flat().map((passage) => ({ passage, score: 1, legs: {} }));
  return { ...found, passages, survey: request.kind };
}
