import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseClaimCases } from "../../../bench/claims/parse-claim-cases.ts";
import { checkClaim, findRepeated, keepCarrying } from "../../../src/answer/claims/check-claim.ts";

const EVIDENCE = {
  quotes: ["The harbour board bought 40 lamps for $1,200 each on 4 March, said Dora Quill."],
  context: ["Saltmarsh Herald"],
  published: ["2016-03-05"],
};

describe("a claim", () => {
  test.each([
    "The board paid 1,200 dollars for each of forty lamps.",
    "On March 4, 2016 the board bought 40 lamps.",
    "According to the Saltmarsh Herald, the board bought 40 lamps.",
    "Quill said that the board bought 40 lamps.",
    'The "harbour board" bought 40 lamps.',
  ])("in other words and formats stands: %s", (claim) => {
    expect(checkClaim(claim, EVIDENCE)).toBeUndefined();
  });

  test.each([
    ["number", "The board bought 41 lamps."],
    ["unit", "The board paid €1,200 for each of the 40 lamps."],
    ["date", "The board bought 40 lamps on 5 April."],
    ["name", "Dora Quint said that the board bought 40 lamps."],
    ["quotation", "The board bought 40 “marvellous” lamps."],
    ["quotation", "The board bought 40 lamps, “said Dora Quill."],
    ["quotation", "The board bought 40 “well-made (or so)” lamps."],
    ["negation", "The board never bought the 40 lamps."],
    ["unsupported", "Cabbages grow best in shade."],
  ])("with a foreign %s does not: %s", (reason, claim) => {
    expect(checkClaim(claim, EVIDENCE)?.reason).toBe(reason);
  });

  test("whose words come from the article's title and not from its quotes does not", () => {
    const evidence = {
      quotes: ["The lamps cost $1,200 each, the chairwoman told reporters."],
      context: ["Lamps fail in fog"],
      published: [],
    };
    expect(checkClaim("The lamps do work in fog.", evidence)?.reason).toBe("unsupported");
  });

  const HEDGED = {
    quotes: [
      "About 40 lamps may fail if the winter is cold, the pilot claimed, and the board plans to sell them.",
      "The board denied that the lamps had cost more than $1,200 each.",
    ],
    context: [],
    published: [],
  };

  test.each([
    "Some 40 lamps could fail in a cold winter, according to the pilot.",
    "The lamps might fail if the winter is cold.",
    "The board intends to sell the lamps.",
    "The board denies that they cost over 1,200 dollars each.",
  ])("that keeps what its quotes hold back stands: %s", (claim) => {
    expect(checkClaim(claim, HEDGED)).toBeUndefined();
  });

  test.each([
    "40 lamps may fail if the winter is cold.",
    "About 40 lamps will fail, and the winter is cold.",
    "The board will sell the lamps.",
    "The lamps had cost more than $1,200 each.",
  ])("that drops a hedge does not: %s", (claim) => {
    expect(checkClaim(claim, HEDGED)?.reason).toBe("hedge");
  });

  test.each([
    ["asks", "Did the harbour board buy 40 lamps?"],
    ["says “We”", "We bought 40 lamps for the harbour board."],
    ["too short", "Lamps."],
    ["too few words", "The harbour board bought 40 lamps. Cabbages like shade and water."],
  ])("that is no statement of its quotes' does not: it %s", (why, claim) => {
    const finding = checkClaim(claim, EVIDENCE);
    expect(finding?.reason).toBe("unsupported");
    expect(finding?.detail).toContain(why);
  });

  test.each(["development", "second", "third"])(
    "of the %s set: what is planted is caught, what is honest stands",
    (name) => {
      const path = new URL(`../../../bench/claims/${name}.txt`, import.meta.url);
      const cases = parseClaimCases(readFileSync(path, "utf8"));
      const planted = cases.filter(({ fault }) => fault !== undefined);
      const honest = cases.filter(({ fault }) => fault === undefined);
      const caught = planted.filter(({ claim, evidence }) => checkClaim(claim, evidence));
      const dropped = honest.filter(({ claim, evidence }) => checkClaim(claim, evidence));
      expect(caught.length / planted.length).toBeGreaterThanOrEqual(0.97);
      expect(dropped.length / honest.length).toBeLessThanOrEqual(0.03);
    },
  );
});

const LAMPS = { text: "The harbour board bought 40 lamps on Friday." };
const PRICE = { text: "Each lamp cost $1,200, the chairwoman said." };
const BOATS = { text: "Fishermen of the harbour had asked for light since two boats ran aground." };

describe("of a claim's quotes", () => {
  test("those stay that carry words of it which no other carries", () => {
    const claim = "The board bought 40 lamps, each for $1,200.";
    expect(keepCarrying(claim, [LAMPS, PRICE])).toEqual([LAMPS, PRICE]);
  });

  test("one beside the point goes", () => {
    const claim = "The harbour board bought 40 lamps.";
    expect(keepCarrying(claim, [BOATS, LAMPS])).toEqual([LAMPS]);
  });

  test("a second that says the same stays: two sources are more than one", () => {
    const other = { text: "The board of the harbour bought 40 lamps." };
    expect(keepCarrying("The harbour board bought 40 lamps.", [LAMPS, other])).toHaveLength(2);
  });

  test("the last one stays, whatever it says", () => {
    expect(keepCarrying("Cabbages like shade.", [LAMPS, BOATS])).toHaveLength(1);
    expect(keepCarrying("Cabbages like shade.", [LAMPS])).toEqual([LAMPS]);
  });
});

describe("a claim repeats a quote", () => {
  test.each([
    "The harbour board bought 40 lamps on Friday",
    "the Harbour Board bought 40 lamps on Friday.",
  ])("when it is nearly the whole of it: %s", (claim) => {
    expect(findRepeated(claim, [PRICE, LAMPS])).toBe(LAMPS);
  });

  test.each(["The board bought 40 lamps", "On Friday the harbour board bought 40 lamps."])(
    "but not when it says it shorter or otherwise: %s",
    (claim) => {
      expect(findRepeated(claim, [PRICE, LAMPS])).toBeUndefined();
    },
  );
});
