// Scores of many questions → means with 95 % intervals, paired differences of two settings, and how well confidence separates.

import {
  MEASURE_TABLE,
  type Measure,
  type PairedComparison,
  type ScoredQuestion,
} from "../core/evaluation.ts";

/** Mulberry32 (public domain, T. Ettinger): numbers from 0 to below 1. */
export function seedRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const resamples = 2_000;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Percentile bootstrap (Efron 1979): resampled means, 2.5th and 97.5th percentile. */
function bootstrapInterval(values: readonly number[]): { low: number; high: number } {
  const random = seedRandom(values.length);
  const means: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1) {
      sum += values[Math.floor(random() * values.length)] ?? 0;
    }
    means.push(sum / values.length);
  }
  means.sort((first, second) => first - second);
  const at = (share: number): number => means[Math.floor(share * (resamples - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

const valuesOf = (questions: readonly ScoredQuestion[], name: string): readonly number[] =>
  questions.flatMap(({ scores }) => scores[name] ?? []);

/** The names of all measures that a question has, in the order of the tables. */
function nameMeasures(questions: readonly ScoredQuestion[]): readonly string[] {
  const had = new Set(questions.flatMap(({ scores }) => Object.keys(scores)));
  return MEASURE_TABLE.map(({ name }) => name).filter((name) => had.has(name));
}

/** A measure covers the questions to which it applies; `count` says how many those are. */
export function estimateMeasures(questions: readonly ScoredQuestion[]): readonly Measure[] {
  return nameMeasures(questions).flatMap((name) => {
    const values = valuesOf(questions, name);
    if (values.length === 0) return [];
    return [{ name, mean: mean(values), ...bootstrapInterval(values), count: values.length }];
  });
}

/** Paired sign-flip randomisation test, two-sided (Fisher; Smucker, Allan & Carterette 2007). */
function testDifferences(differences: readonly number[]): number {
  const observed = Math.abs(mean(differences));
  const random = seedRandom(differences.length + 1);
  let asExtreme = 0;
  const rounds = 10_000;
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference;
    if (Math.abs(sum / differences.length) >= observed - 1e-12) asExtreme += 1;
  }
  return (asExtreme + 1) / (rounds + 1);
}

/** Second minus first, over the lines that both scored, measure by measure. */
export function comparePaired(
  first: readonly ScoredQuestion[],
  second: readonly ScoredQuestion[],
): readonly PairedComparison[] {
  const before = new Map(first.map((question) => [question.line, question.scores]));
  return nameMeasures(second).flatMap((name) => {
    const differences = second.flatMap(({ line, scores }) => {
      const [old, now] = [before.get(line)?.[name], scores[name]];
      return old === undefined || now === undefined ? [] : [now - old];
    });
    if (differences.length === 0) return [];
    const interval = bootstrapInterval(differences);
    const [difference, p] = [mean(differences), testDifferences(differences)];
    return [{ name, difference, ...interval, p, count: differences.length }];
  });
}

const SEPARATION_RESAMPLES = 1_000;

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
  const drawn = Array.from({ length: SEPARATION_RESAMPLES }, () => {
    const draw = (group: readonly number[]): Histogram =>
      fill(group, size, () => Math.floor(random() * group.length));
    return countWins(draw(answerable), draw(unanswerable));
  }).sort((low, high) => low - high);
  const at = (share: number): number =>
    drawn[Math.floor(share * (SEPARATION_RESAMPLES - 1))] ?? Number.NaN;
  return { name: "refusal-auroc", mean, low: at(0.025), high: at(0.975), count: sure.length };
}
