import { expect, test } from "vitest";
import { suggestWord } from "../../../src/cli/settings/suggest-word.ts";

const known = ["/show", "/sources", "/export", "search", "limit"];

test.each([
  ["/shwo", "/show"],
  ["/SHOW", "/show"],
  ["serach", "search"],
  ["limt", "limit"],
  ["/exprot", "/export"],
  ["doctor", undefined],
  ["", undefined],
])("%j was meant as %j", (typed, meant) => {
  expect(suggestWord(typed, known)).toBe(meant);
});
