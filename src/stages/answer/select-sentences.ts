// Candidates, best first → the fewest that answer, from every article that adds something.

import { listQuantities } from "../../text/expressions.ts";
import { measureContainment } from "../../text/similarity.ts";
import type { Candidate } from "./rank-sentences.ts";

export interface SelectionSettings {
  /** Most sentences in all. */
  readonly limit: number;
  /** Most sentences of one article. */
  readonly articleLimit: number;
  /** The first sentence of an article has at least this share of the best rank of all. */
  readonly firstShare: number;
  /** Each further one of the same article has at least this share. */
  readonly furtherShare: number;
}

export const SELECTION: SelectionSettings = {
  limit: 6,
  articleLimit: 3,
  firstShare: 0.72,
  furtherShare: 0.9,
};

/** From this containment of stems on, two sentences say the same, unless their figures differ. */
const SAME_SHARE = 0.8;

/** Best first. Only fitting candidates are taken; the first is the best of all that fit. */
export function selectSentences(
  candidates: readonly Candidate[],
  settings: SelectionSettings = SELECTION,
): Candidate[] {
  const fitting = candidates.filter(({ isFitting }) => isFitting);
  const best = fitting[0]?.rank ?? 0;
  const chosen: Candidate[] = [];
  for (const candidate of fitting) {
    const ofArticle = chosen.filter(({ articleId }) => articleId === candidate.articleId).length;
    const share = ofArticle === 0 ? settings.firstShare : settings.furtherShare;
    const isWanted =
      chosen.length < settings.limit &&
      ofArticle < settings.articleLimit &&
      candidate.rank >= best * share &&
      !chosen.some((other) => saysTheSame(candidate, other));
    if (isWanted) chosen.push(candidate);
  }
  return chosen;
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  if (measureContainment(one.stems, other.stems) < SAME_SHARE) return false;
  const known = new Set(listQuantities(other.text));
  return listQuantities(one.text).every((quantity) => known.has(quantity));
}
