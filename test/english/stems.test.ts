import { describe, expect, it } from "vitest";
import { foldWord, listContentStems, stemWord } from "../../src/english/stems.ts";
import { measureContainment } from "../../src/text/similarity.ts";

describe("foldWord and stemWord", () => {
  it.each([
    ["Résumé’s", "resume"],
    ["fighters'", "fighters"],
    ["U.S", "us"],
    ["1,500", "1500"],
  ])("folds %s to %s", (word, folded) => expect(foldWord(word)).toBe(folded));

  it("brings forms of one word together", () => {
    expect(stemWord("Deserters’")).toBe(stemWord("deserter"));
    expect(stemWord("mayor's")).toBe(stemWord("Mayors"));
  });
});

describe("listContentStems", () => {
  it("drops grammar and keeps the subject", () => {
    expect(listContentStems("How much did the council cut?")).toEqual(["council", "cut"]);
  });

  it("takes the parts of a hyphenated word", () => {
    expect(listContentStems("pay-cut")).toEqual(["pay", "cut"]);
  });

  it("does not take an acronym for a stop word", () => {
    expect(listContentStems("the US told us")).toEqual(["us"]);
  });
});

describe("measureContainment", () => {
  it("is 1 when the smaller set lies in the larger and 0 when either is empty", () => {
    expect(measureContainment(new Set(["a"]), new Set(["a", "b"]))).toBe(1);
    expect(measureContainment(new Set(), new Set(["a"]))).toBe(0);
  });
});
