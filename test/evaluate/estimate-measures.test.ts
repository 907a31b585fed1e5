import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScoredQuestion } from "../../src/core/evaluation.ts";
import {
  comparePaired,
  estimateMeasures,
  measureSeparation,
} from "../../src/evaluate/estimate-measures.ts";

const scored = (name: string, values: readonly (number | undefined)[]): ScoredQuestion[] =>
  values.map((value, line) => ({
    line,
    question: "?",
    unanswerable: false,
    scores: { [name]: value },
  }));

test("a measure is the mean over the questions that have it, inside its interval", () => {
  const [measure] = estimateMeasures(scored("hits@1", [1, 0, undefined, 1, 1]));
  expect(measure).toMatchObject({ name: "hits@1", mean: 0.75, count: 4 });
  expect(measure?.low).toBeLessThan(0.75);
  expect(measure?.high).toBeGreaterThan(0.75);
});

test("an interval holds its mean and repeats itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
      (values) => {
        const [measure] = estimateMeasures(scored("mrr@10", values));
        if (measure === undefined) throw new Error("no measure");
        expect(measure.low).toBeLessThanOrEqual(measure.mean + 1e-9);
        expect(measure.high).toBeGreaterThanOrEqual(measure.mean - 1e-9);
        expect(estimateMeasures(scored("mrr@10", values))).toEqual([measure]);
      },
    ),
    { numRuns: 20 },
  );
});

test("a steady gain is significant, a coin's is not", () => {
  const base = Array.from({ length: 40 }, (_, index) => (index % 5) / 10);
  const better = base.map((value) => value + 0.3);
  const noisy = base.map((value, index) => value + (index % 2 === 0 ? 0.3 : -0.3));
  expect(comparePaired(scored("mrr@10", base), scored("mrr@10", better))[0]?.p).toBeLessThan(0.001);
  expect(comparePaired(scored("mrr@10", base), scored("mrr@10", noisy))[0]?.p).toBeGreaterThan(0.9);
});

test("only questions that both settings scored are compared, by their line", () => {
  const first = scored("mrr@10", [0.2, undefined, 0.4]);
  const second = scored("mrr@10", [0.4, 1, 0.4]).toReversed();
  const [compared] = comparePaired(first, second);
  expect(compared).toMatchObject({ name: "mrr@10", count: 2 });
  expect(compared?.difference).toBeCloseTo(0.1);
});

test("measures come in the order of the tables, whatever the order of the scores", () => {
  const question = { line: 1, question: "?", unanswerable: false };
  const measures = estimateMeasures([
    { ...question, scores: { "sentence-mrr": 1, "hits@1": 1, "recall@500w": 1 } },
  ]);
  expect(measures.map(({ name }) => name)).toEqual(["recall@500w", "hits@1", "sentence-mrr"]);
});

const ask = (answerable: readonly number[], unanswerable: readonly number[]): ScoredQuestion[] =>
  [
    ...answerable.map((confidence) => ({ confidence, unanswerable: false })),
    ...unanswerable.map((confidence) => ({ confidence, unanswerable: true })),
  ].map((sure, line) => ({ line, question: "?", scores: {}, ...sure }));

test("separation is the chance that an answerable question stands higher, ties counting half", () => {
  expect(measureSeparation(ask([0.3, 0.4], [0.1, 0.2]))?.mean).toBe(1);
  expect(measureSeparation(ask([0.1, 0.2], [0.1, 0.2]))?.mean).toBe(0.5);
  expect(measureSeparation(ask([0.1], [0.9]))?.mean).toBe(0);
});

test("it needs both kinds of question and a confidence", () => {
  expect(measureSeparation(ask([], [0.1]))).toBeUndefined();
  expect(measureSeparation(ask([0.1], []))).toBeUndefined();
  const silent = { line: 1, question: "?", unanswerable: false, scores: {} };
  expect(measureSeparation([silent, { ...silent, unanswerable: true }])).toBeUndefined();
});

test("it equals the count over all pairs, and its interval holds it", () => {
  const levels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(levels, levels, (highs, lows) => {
      const pairs = highs.flatMap((high) =>
        lows.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)),
      );
      const byPairs = pairs.reduce<number>((sum, win) => sum + win, 0) / pairs.length;
      const measured = measureSeparation(ask(highs, lows));
      expect(measured?.mean).toBeCloseTo(byPairs, 12);
      expect(measured?.low).toBeLessThanOrEqual(byPairs + 1e-9);
      expect(measured?.high).toBeGreaterThanOrEqual(byPairs - 1e-9);
    }),
    { numRuns: 30 },
  );
});
