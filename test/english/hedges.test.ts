import { describe, expect, it } from "vitest";
import { findWeight, listHedges } from "../../src/english/hedges.ts";

const kindsOf = (text: string): string[] => listHedges(text).map(({ kind }) => kind);

describe("listHedges", () => {
  it.each([
    ["The mayor allegedly took the money.", ["alleged"]],
    ["The bridge was reportedly closed.", ["reported"]],
    ["The dam is said to be unsafe.", ["reported"]],
    ["About 40 boats sank.", ["estimated"]],
    ["Nearly half of the harbour froze.", ["estimated"]],
    ["Fines of up to 900 crowns await them.", ["limited"]],
    ["More than 300 people waited.", ["limited"]],
    ["The ferry may not sail.", ["possible"]],
    ["The town plans to sell the mill.", ["planned"]],
    ["The mill closes if the river rises.", ["conditional"]],
    ["Some shops shut.", ["partial"]],
    ["The baker denied the charge.", ["denied"]],
  ])("finds the kind of hedge in: %s", (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it.each([
    "They talked about the harbour.",
    "He walked around the mill.",
    "The vote is on 4 May 2031.",
    "She has more sheep than goats.",
    "The kite flew over the town.",
    "The storm claimed 12 lives.",
  ])("finds none in: %s", (text) => {
    expect(kindsOf(text)).toEqual([]);
  });

  it("gives each hedge its place", () => {
    const text = "Up to 30 ships could have sunk, he claimed.";
    const found = listHedges(text);
    expect(found.map(({ text: words }) => words)).toEqual(["Up to", "could", "claimed"]);
    for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  });
});

describe("findWeight", () => {
  it("names the first word of a weight as it is written", () => {
    expect(findWeight("It could Not be, if they claimed it", "negation")).toBe("Not");
    expect(findWeight("It could not be, if they claimed it", "hedge")).toBe("could");
    expect(findWeight("It could not be, if they claimed it", "condition")).toBe("if");
    expect(findWeight("It could not be, said Ada", "speaker")).toBe("said");
    expect(findWeight("It is so", "hedge")).toBeUndefined();
  });
});
