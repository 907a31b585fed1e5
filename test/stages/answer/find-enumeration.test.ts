import { describe, expect, it } from "vitest";
import { findEnumeration } from "../../../src/stages/answer/find-enumeration.ts";
import type { Candidate } from "../../../src/stages/answer/rank-sentences.ts";

/** Sentences of one article, each a paragraph; `rank` falls in the order given. */
const candidates = (texts: readonly string[], gap = 2): Candidate[] => {
  let start = 0;
  return texts.map((text, index) => {
    const place = { start, end: start + text.length };
    start = place.end + gap;
    return {
      ...place,
      articleId: "a.txt",
      text,
      score: 0.5,
      words: [],
      rank: 1 - index / 100,
      isFitting: true,
      stems: new Set(),
      matches: [],
      isTelling: [],
      coverage: 1,
      met: { names: undefined, asked: undefined, nearby: [] },
    };
  });
};

const items = [
  "First, the harbour silted up.",
  "Second, the fares rose.",
  "A third group of passengers took the train.",
  "Finally, the company went bankrupt.",
];

describe("findEnumeration", () => {
  it("finds the items from the first to the last, in the article's order", () => {
    const found = findEnumeration(candidates([...items, "Another ferry was sold."]));
    expect(found.map(({ text }) => text)).toEqual(items);
  });

  it("takes a word in the midst of a paragraph for no item", () => {
    expect(findEnumeration(candidates(items, 1))).toEqual([]);
  });

  it("finds none in two items", () => {
    expect(findEnumeration(candidates(items.slice(0, 2)))).toEqual([]);
  });
});
