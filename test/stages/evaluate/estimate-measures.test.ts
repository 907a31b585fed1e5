import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScoredQuestion } from "../../../src/model/evaluation.ts";
import {
  comparePaired,
  estimateMeasures,
  measureSeparation,
} from "../../../src/stages/evaluate/estimate-measures.ts";

const scored = (name: string, values: readonly (number | undefined)[]): ScoredQuestion[] =>
  values.map((value, line) => ({ line, question: "?", scores: { [name]: value } }));

test("a measure is the mean over the questions that have it, inside its interval", () => {
  const [measure] = estimateMeasures(scored("hits", [1, 0, undefined, 1, 1]));
  expect(measure).toMatchObject({ name: "hits", mean: 0.75, count: 4 });
  expect(measure?.low).toBeLessThan(0.75);
  expect(measure?.high).toBeGreaterThan(0.75);
});

test("an interval holds its mean and repeats itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
      (values) => {
        const [measure] = estimateMeasures(scored("m", values));
        if (measure === undefined) throw new Error("no measure");
        expect(measure.low).toBeLessThanOrEqual(measure.mean + 1e-9);
        expect(measure.high).toBeGreaterThanOrEqual(measure.mean - 1e-9);
        expect(estimateMeasures(scored("m", values))).toEqual([measure]);
      },
    ),
    { numRuns: 20 },
  );
});

test("a steady gain is significant, a coin's is not", () => {
  const base = Array.from({ length: 40 }, (_, index) => (index % 5) / 10);
  const better = base.map((value) => value + 0.3);
  const noisy = base.map((value, index) => value + (index % 2 === 0 ? 0.3 : -0.3));
  expect(comparePaired(scored("m", base), scored("m", better))[0]?.p).toBeLessThan(0.001);
  expect(comparePaired(scored("m", base), scored("m", noisy))[0]?.p).toBeGreaterThan(0.9);
});

test("separation is the chance that an answerable question scores higher", () => {
  expect(measureSeparation([3, 4], [1, 2])).toBe(1);
  expect(measureSeparation([1, 2], [1, 2])).toBe(0.5);
  expect(measureSeparation([], [1])).toBeUndefined();
});
