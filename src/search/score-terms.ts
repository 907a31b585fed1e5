// Counted texts and what each term weighs → BM25 scores, each a share of the best.

import type { TermCounts } from "./count-terms.ts";

/** Robertson's usual constants, those of the full-text leg too. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/**
 * Okapi BM25 (Robertson and Zaragoza 2009) of each text for the terms whose weight is above 0. Lengths
 * are compared with the mean over the texts given.
 * @param weights one a term
 */
export function scoreTerms(texts: readonly TermCounts[], weights: readonly number[]): number[] {
  const whole = texts.reduce((sum, { length }) => sum + length, 0);
  const mean = Math.max(1, whole / Math.max(1, texts.length));
  return texts.map(({ counts, length }) => {
    const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / mean));
    return counts.reduce(
      (sum, count, place) =>
        count === 0
          ? sum
          : sum + ((weights[place] ?? 0) * count * (SATURATION + 1)) / (count + norm),
      0,
    );
  });
}

/** Each score over the best; all 0 where none is above 0. */
export function takeShares(scores: readonly number[]): number[] {
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  return best > 0 ? scores.map((score) => Math.max(0, score) / best) : scores.map(() => 0);
}
