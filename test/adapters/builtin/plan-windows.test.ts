import fc from "fast-check";
import { expect, test } from "vitest";
import { planWindows } from "../../../src/adapters/builtin/builtin-embedder.ts";

test("what fits is one window", () => {
  expect(planWindows(200, 254, [], 32)).toEqual([{ from: 0, to: 200, coreFrom: 0, coreTo: 200 }]);
});

test("what does not fit is parted evenly, between sentences", () => {
  const windows = planWindows(300, 254, [0, 40, 90, 145, 160, 220, 280]);
  expect(windows.map(({ coreFrom, coreTo }) => [coreFrom, coreTo])).toEqual([
    [0, 160],
    [160, 300],
  ]);
});

test("a core without a place to part it is parted anywhere", () => {
  expect(planWindows(600, 200, [0]).length).toBeGreaterThanOrEqual(3);
});

const isAscending = (places: readonly number[]): boolean =>
  places.every((place, step) => place >= (places[step - 1] ?? 0));

const plan = fc
  .record({
    count: fc.nat(2_000),
    size: fc.integer({ min: 10, max: 300 }),
    context: fc.nat(100),
    cuts: fc.array(fc.nat(2_000)),
  })
  .map(({ cuts, ...rest }) => ({ ...rest, cuts: cuts.toSorted((left, right) => left - right) }));

test("cores follow each other over all tokens; windows hold their core and no more than fits", () => {
  fc.assert(
    fc.property(plan, ({ count, size, context, cuts }) => {
      const windows = planWindows(count, size, cuts, context);
      let reached = 0;
      for (const { from, to, coreFrom, coreTo } of windows) {
        expect(coreFrom).toBe(reached);
        expect([0, from, coreFrom, coreTo, to, count]).toSatisfy(isAscending);
        expect(to - from).toBeLessThanOrEqual(size);
        reached = coreTo;
      }
      expect(reached).toBe(count);
    }),
  );
});

test("each side of a core sees its context, where the text goes on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 2_000 }), (count) => {
      for (const { from, to, coreFrom, coreTo } of planWindows(count, 254, [], 32)) {
        expect(coreFrom - from).toBeGreaterThanOrEqual(Math.min(32, coreFrom));
        expect(to - coreTo).toBeGreaterThanOrEqual(Math.min(32, count - coreTo));
      }
    }),
  );
});
