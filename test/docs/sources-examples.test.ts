// The examples of docs/sources.md are what the comparison says of them.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draftComparison } from "../../src/stages/compare/draft-comparison.ts";

const guide = readFileSync("docs/sources.md", "utf8");
const rows = guide
  .split("\n")
  .filter((line) => /^\| (?:How|What|When) /.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replaceAll(/^\| | \|$/g, "")));

test("the guide has its examples", () => {
  expect(rows.length).toBeGreaterThan(8);
});

test.each(rows)("%s %s %s: %s", (question = "", one = "", other = "", told = "") => {
  const sentences = [one, other].map((text, place) => ({
    articleId: String(place),
    start: 0,
    end: text.length,
    text,
    rank: 1,
  }));
  const positions = draftComparison(question, sentences)?.positions ?? [];
  if (told === "one position") expect(positions).toHaveLength(1);
  else expect(positions.map(({ reason }) => reason?.kind)).toContain(told);
});
