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

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Percentile bootstrap (Efron 1979): the 2.5th and 97.5th percentile of what is drawn so often. */
function bootstrap(rounds: number, draw: () => number): { low: number; high: number } {
  const drawn = Float64Array.from({ length: rounds }, draw).sort();
  const at = (share: number): number => drawn[Math.floor(share * (rounds - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

const resample = (values: readonly number[], random: () => number): readonly number[] =>
  values.map(() => values[Math.floor(random() * values.length)] ?? 0);

function bootstrapMean(values: readonly number[]): { low: number; high: number } {
  const random = seedRandom(values.length);
  return bootstrap(2_000, () => mean(resample(values, random)));
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
    return [{ name, mean: mean(values), ...bootstrapMean(values), count: values.length }];
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
    const interval = bootstrapMean(differences);
    const [difference, p] = [mean(differences), testDifferences(differences)];
    return [{ name, difference, ...interval, p, count: differences.length }];
  });
}

/** The share of pairs in which the answerable one stands higher, ties counting half. */
function countWins(answerable: readonly number[], unanswerable: readonly number[]): number {
  const beside = Float64Array.from(unanswerable).sort();
  const halves = answerable.map((level) => {
    const below = countBelow(beside, (other) => other < level);
    return below + countBelow(beside, (other) => other <= level);
  });
  return mean(halves) / 2 / beside.length;
}

/** How many of the ascending values come before the first that does not hold. */
function countBelow(values: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Area under the ROC curve of the confidence: the chance that an answerable question stands above an
 * unanswerable one, ties counting half (Hanley & McNeil 1982), with a percentile bootstrap interval
 * over both groups. `undefined` when a group is empty or nothing has a confidence.
 */
export function measureSeparation(questions: readonly ScoredQuestion[]): Measure | undefined {
  const list = (wanted: boolean): readonly number[] =>
    questions.flatMap(({ unanswerable, confidence }) =>
      unanswerable === wanted ? (confidence ?? []) : [],
    );
  const [answerable, unanswerable] = [list(false), list(true)];
  if (answerable.length === 0 || unanswerable.length === 0) return undefined;
  const count = answerable.length + unanswerable.length;
  const random = seedRandom(count);
  const interval = bootstrap(1_000, () =>
    countWins(resample(answerable, random), resample(unanswerable, random)),
  );
  return { name: "refusal-auroc", mean: countWins(answerable, unanswerable), ...interval, count };
}
