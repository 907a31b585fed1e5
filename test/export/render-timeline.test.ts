import fc from "fast-check";
import { expect, it } from "vitest";
import { drawTimeline } from "../../src/export/render-timeline.ts";

const day = (one: string) => ({ from: one, to: one });

it("draws a dot for each date, and one for those that meet", () => {
  const picture = drawTimeline([
    day("1904-05-02"),
    day("2020-03-01"),
    day("2020-03-01"),
    day("2021-05-02"),
  ]);
  expect(picture.match(/<circle/gu)).toHaveLength(3);
  expect(picture).toContain(">1960</text>");
});

it("draws nothing of no date", () => {
  expect(drawTimeline([])).toBe("");
});

it("keeps every dot in the picture, and needs no style and no script", () => {
  const year = fc.integer({ min: 1600, max: 2199 }).map((one) => day(`${one}-01-01`));
  fc.assert(
    fc.property(fc.array(year, { minLength: 1, maxLength: 30 }), (years) => {
      const picture = drawTimeline(years);
      for (const [, x] of picture.matchAll(/cx="(-?[\d.]+)%"/gu)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(100);
      }
      expect(picture).not.toMatch(/style=|<style|<script|NaN/u);
    }),
  );
});
