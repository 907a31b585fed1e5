import { describe, expect, test } from "vitest";
import { findRepeated, keepCarrying } from "../../../src/answer/claims/check-claim.ts";

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
