import { describe, expect, test } from "vitest";
import { recommendModels } from "../../src/cli/recommend-models.ts";

describe("models are named by the machine's memory", () => {
  test("the largest that fit, fewer and smaller ones on a smaller machine", () => {
    const largestOf = (gigabytes: number): number =>
      recommendModels(gigabytes * 1e9)[0]?.gigabytes ?? 0;
    const sizes = [1, 4, 8, 16, 32, 128].map(largestOf);
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
    expect(recommendModels(2e9)).toEqual([]);
    for (const gigabytes of [4, 8, 16, 32]) {
      expect(largestOf(gigabytes)).toBeGreaterThan(0);
      expect(largestOf(gigabytes)).toBeLessThan(gigabytes * 0.75);
    }
  });
});
