// How sure a writer was of each question → how well that tells questions with an answer from those without.

import type { Measure, ScoredQuestion } from "../core/evaluation.ts";
import { seedRandom } from "./seed-random.ts";

const resamples = 1_000;

/** How often each level of confidence was drawn, lowest level first. */
type Histogram = Float64Array;

/** The share of pairs in which the answerable one stands higher, ties counting half. */
function countWins(answerable: Histogram, unanswerable: Histogram): number {
  let wins = 0;
  let below = 0;
  let pairs = 0;
  for (const [level, count] of answerable.entries()) {
    const beside = unanswerable[level] ?? 0;
    wins += count * (below + beside / 2);
    below += beside;
    pairs += count;
  }
  return wins / (pairs * below);
}

function fill(levels: readonly number[], size: number, pick: (index: number) => number): Histogram {
  const histogram = new Float64Array(size);
  for (const index of levels.keys()) {
    const level = levels[pick(index)] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  return histogram;
}

/**
 * Area under the ROC curve of the confidence: the chance that an answerable question stands above an
 * unanswerable one, ties counting half (Hanley & McNeil 1982), with a percentile bootstrap interval
 * over both groups. `undefined` when a group is empty or nothing has a confidence.
 */
export function measureSeparation(questions: readonly ScoredQuestion[]): Measure | undefined {
  const sure = questions.flatMap(({ unanswerable, confidence }) =>
    confidence === undefined ? [] : [{ unanswerable, confidence }],
  );
  const levels = [...new Set(sure.map(({ confidence }) => confidence))].sort(
    (low, high) => low - high,
  );
  const levelOf = new Map(levels.map((confidence, level) => [confidence, level]));
  const listLevels = (wanted: boolean): number[] =>
    sure
      .filter(({ unanswerable }) => unanswerable === wanted)
      .map(({ confidence }) => levelOf.get(confidence) ?? 0);
  const [answerable, unanswerable] = [listLevels(false), listLevels(true)];
  if (answerable.length === 0 || unanswerable.length === 0) return undefined;
  const size = levels.length;
  const same = (index: number): number => index;
  const mean = countWins(fill(answerable, size, same), fill(unanswerable, size, same));
  const random = seedRandom(sure.length);
  const drawn = Array.from({ length: resamples }, () => {
    const draw = (group: readonly number[]): Histogram =>
      fill(group, size, () => Math.floor(random() * group.length));
    return countWins(draw(answerable), draw(unanswerable));
  }).sort((low, high) => low - high);
  const at = (share: number): number => drawn[Math.floor(share * (resamples - 1))] ?? Number.NaN;
  return { name: "refusal-auroc", mean, low: at(0.025), high: at(0.975), count: sure.length };
}
