import { expect, test } from "vitest";
import { type LineShape, type Run, wrapRuns } from "../../src/text/wrap-runs.ts";

function wrap(runs: readonly (string | Run)[], shape: LineShape): readonly string[] {
  const styled = runs.map((run) => (typeof run === "string" ? { text: run, style: "s" } : run));
  return wrapRuns(styled, shape).map((line) => line.map(({ text }) => text).join(""));
}

test("lines break at spaces, and the space at the break is gone", () => {
  expect(wrap(["one two three four five"], { width: 16 })).toEqual(["one two three", "four five"]);
});

test("a word of two styles is not torn apart", () => {
  expect(wrap(["one two thr", "ee four five"], { width: 16 })).toEqual([
    "one two three",
    "four five",
  ]);
});

test("a kept run takes the word before it along", () => {
  const marker = { text: " [1]", style: "m", keep: true };
  expect(wrap(["one two three fou", marker], { width: 18 })).toEqual(["one two three", "fou [1]"]);
});

test("a word longer than the line is cut between graphemes", () => {
  expect(wrap(["👍🏽".repeat(10)], { width: 16 })).toEqual(["👍🏽".repeat(8), "👍🏽".repeat(2)]);
});

test("wide characters break anywhere but before a closing mark or after an opening one", () => {
  expect(wrap(["漢字漢字漢字漢字。「漢字」"], { width: 16 })).toEqual([
    "漢字漢字漢字漢",
    "字。「漢字」",
  ]);
});

test("the first line is indented by one measure and the others by another", () => {
  const shape = { width: 16, indent: 2, hanging: 4 };
  expect(wrap(["one two three four"], shape)).toEqual(["  one two three", "    four"]);
});

test("a width too small to read is taken as 16 columns", () => {
  expect(wrap(["one two three"], { width: 1 })).toEqual(["one two three"]);
});

test("a word that is moved to a narrower line is cut to that line's room", () => {
  const lines = wrapRuns([{ text: " abcdefghijklmnop", style: "plain" }], {
    width: 16,
    hanging: 2,
  });
  const shown = lines.map((line) => line.map(({ text }) => text).join(""));
  expect(shown.every((line) => line.length <= 16)).toBe(true);
  expect(shown.join("").replaceAll(" ", "")).toBe("abcdefghijklmnop");
});
