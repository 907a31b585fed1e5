// Somebody's sentences, best first → those on what the question asks of them.

import type { Candidate } from "./rank-sentences.ts";

/** Share of the best match of the asked words from which somebody's words are on the subject. */
const ON_SUBJECT_SHARE = 0.7;
/** Share of the best score from which their words are on it in other terms, where one has its own. */
const NEAR_SHARE = 0.8;

/**
 * They are many and share the name, so that what is asked decides; where nothing is asked but what
 * they say, all of them.
 * @param areTheirs that each sentence is theirs is known, not told from the name that stands in it
 */
export function pickWords(fitting: readonly Candidate[], areTheirs: boolean): readonly Candidate[] {
  const most = Math.max(0, ...fitting.map(({ met }) => met.asked ?? 0));
  const nearest = Math.max(0, ...fitting.map(({ score }) => score));
  const onSubject = fitting.filter(({ met }) => (met.asked ?? 1) >= most * ON_SUBJECT_SHARE);
  return areTheirs && onSubject.length === 1
    ? fitting.filter(({ score }) => score >= nearest * NEAR_SHARE)
    : onSubject;
}
