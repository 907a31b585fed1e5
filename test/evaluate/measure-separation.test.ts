import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScoredQuestion } from "../../src/core/evaluation.ts";
import { measureSeparation } from "../../src/evaluate/estimate-measures.ts";

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
