import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneEditApart } from "../../src/text/similarity.ts";

describe("isOneEditApart", () => {
  it.each([
    ["roe", "rose"],
    ["gersen", "gersten"],
    ["hale", "hake"],
    ["brain", "brian"],
    ["eel", "eels"],
  ])("%s and %s", (one, other) => {
    expect([isOneEditApart(one, other), isOneEditApart(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["eel", "eel"],
    ["eel", "ell s"],
    ["abcd", "badc"],
    ["abc", "cba"],
  ])("not %s and %s", (one, other) => expect(isOneEditApart(one, other)).toBe(false));

  it("holds for a letter put in anywhere", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, at) => {
        const place = at % (text.length + 1);
        return isOneEditApart(text, `${text.slice(0, place)}x${text.slice(place)}`);
      }),
    );
  });
});
