import { describe, expect, test } from "vitest";
import { readVectors, splitBatches } from "../../../src/corpus/ingest/embedding-requests.ts";

describe("an embedding service's answer", () => {
  test("becomes unit vectors", () => {
    const read = readVectors([[3, 4]], 1, 2);
    expect(read.ok && Array.from(read.vectors[0] ?? [], (value) => value.toFixed(2))).toEqual([
      "0.60",
      "0.80",
    ]);
  });

  test.each([
    ["no list", "vectors", 1, 2],
    ["too few", [[1, 0]], 2, 2],
    [
      "too many",
      [
        [1, 0],
        [0, 1],
      ],
      1,
      2,
    ],
    ["another length", [[1, 0, 0]], 1, 2],
    ["nothing", [[]], 1, 0],
    ["zeros", [[0, 0]], 1, 2],
    ["no numbers", [["a", "b"]], 1, 2],
    ["no vector", [null], 1, 0],
  ])("with %s is refused", (_what, answer, expected, dimensions) => {
    expect(readVectors(answer, expected, dimensions)).toMatchObject({ ok: false });
  });
});

test("a list is split in order, the last run may be shorter", () => {
  expect(splitBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(splitBatches([], 2)).toEqual([]);
});
