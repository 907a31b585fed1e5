// Scores of many questions → their means with 95 % intervals; of two settings → how far they differ, question by question.

import type { Measure, PairedComparison, ScoredQuestion } from "../core/evaluation.ts";
import { MEASURE_TABLE } from "../core/measure-table.ts";
import { seedRandom } from "./seed-random.ts";

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
