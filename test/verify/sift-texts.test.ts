import fc from "fast-check";
import { expect, test } from "vitest";
import { foldLetters } from "../../src/text/fold-letters.ts";
import { foldTypography } from "../../src/text/fold-typography.ts";
import { createSieve } from "../../src/verify/sift-texts.ts";

const letters = (text: string): string => String.fromCharCode(...foldLetters(text).units);
const piece = fc.constantFrom(
  "a",
  "b",
  "A",
  "é",
  "e\u0301",
  " ",
  "\u00a0",
  "\r\n",
  "“",
  "-",
  "ﬁ",
  "😀",
  "ب",
  "7",
  "𝐀",
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

/** Every place of the pattern's letters by trying each. */
function scan(pattern: string, whole: string): number {
  const [wanted, there] = [letters(pattern), letters(whole)];
  let count = 0;
  for (let at = 0; at + wanted.length <= there.length; at += 1) {
    if (there.startsWith(wanted, at)) count += 1;
  }
  return Math.min(64, count);
}

test("the sieve finds whatever a plain scan finds", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), text, (patterns, whole) => {
      const wanted = patterns.filter((pattern) => letters(pattern) !== "");
      const sighted = createSieve(wanted).sift(whole);
      for (const [at, pattern] of wanted.entries()) {
        const exact = sighted.filter((one) => one.pattern === at && one.exact);
        expect(exact).toHaveLength(scan(pattern, whole));
        for (const { start, end } of exact) {
          expect(letters(whole.slice(start, end))).toContain(letters(pattern));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a slice of a text is found in it, whatever is cut out of it", () => {
  fc.assert(
    fc.property(text, text, text, (before, middle, after) => {
      fc.pre(letters(middle) !== "");
      const sighted = createSieve([middle]).sift(`${before} ${middle} ${after}`);
      expect(sighted.some(({ exact }) => exact)).toBe(true);
    }),
  );
});

test("letters repeated a hundred thousand times are found in linear time", () => {
  const [sighting] = createSieve(["a".repeat(100_000)]).sift(`${"a".repeat(300_000)}b`);
  expect(sighting?.exact).toBe(true);
});

test("folded text maps every unit to its place, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), text, (one, other) => {
      const whole = one + other;
      const folded = foldTypography(whole);
      expect(folded.starts).toHaveLength(folded.text.length);
      expect(folded.ends).toHaveLength(folded.text.length);
      for (const [at, start] of folded.starts.entries()) {
        expect(folded.ends[at]).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(folded.starts[at - 1] ?? 0);
      }
    }),
  );
});
