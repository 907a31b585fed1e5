// Invented amounts → which of them may be the same, and rules that hold for all of them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { relateAmounts } from "../../src/compare/amount.ts";
import { readAmounts } from "../../src/compare/read-amounts.ts";

function relate(one: string, other: string): string {
  const [left] = readAmounts(one);
  const [right] = readAmounts(other);
  return left === undefined || right === undefined ? "unread" : relateAmounts(left, right);
}

test.each([
  ["1,200 eels", "more than 1,000 eels"],
  ["$1.5bn", "$1.48bn"],
  ["about 700 eels", "674 eels"],
  ["about 7 million miles", "6.8 million miles"],
  ["between 1,500 and 2,000 eels", "1,800 eels"],
  ["10 miles", "16 km"],
  ["half", "50 percent"],
  ["$60 a month", "$720 a year"],
])("%s and %s may be the same", (one, other) => {
  expect(relate(one, other)).toBe("same");
});

test.each([
  ["$700m", "$674m"],
  ["21 eels", "at least eight eels"],
  ["30 pounds", "30 euros"],
  ["up to 300 eels", "180 eels"],
])("%s and %s differ", (one, other) => {
  expect(relate(one, other)).toBe("different");
});

test.each([
  "The 24th boat sank.",
  "It sank at 8:30.",
  "It sank at 8 p.m. sharp.",
  "Flight 370 sank.",
])("no amount is read in: %s", (text) => {
  expect(readAmounts(text)).toEqual([]);
});

test("what a number was before, and the whole that a part is taken of, are left out", () => {
  const read = (text: string) => readAmounts(text).map(({ high }) => high);
  expect(read("The catch fell from 900 to 300 eels.")).toEqual([300]);
  expect(read("They freed 50 of the 200 eels.")).toEqual([50]);
});

const amounts = fc
  .tuple(
    fc.constantFrom("", "about ", "nearly ", "more than ", "up to ", "less than "),
    fc.integer({ min: 1, max: 9_999_999 }),
    fc.constantFrom(" eels", " miles", " km", " percent", " dollars", " million dollars"),
  )
  .map(([bound, number, unit]) => `${bound}${number.toLocaleString("en-US")}${unit}`);

test("agreement is symmetric, and an amount agrees with itself", () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      expect(relate(one, one)).toBe("same");
      expect(relate(one, other)).toBe(relate(other, one));
    }),
  );
});
