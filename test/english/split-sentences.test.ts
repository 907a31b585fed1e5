import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "../../src/english/split-sentences.ts";

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );

test.each([
  ["ranks and initials", ["Brig. Gen. Ada R. Holt spoke first.", "Sgt. Lind did not."]],
  ["countries inside", ["The U.S. Coast Guard closed the strait.", "It reopened later."]],
  ["countries at the end", ["They sailed for the U.S.", "The crew stayed behind."]],
  ["months before days", ["The ferry sank on Jan. 9 near Lund.", "Nobody drowned."]],
  ["clock times", ["Doors open at 6 p.m. Friday in the old hall.", "Tickets are free."]],
  [
    "companies",
    ["Varga & Sons Inc. Its owner declined to comment."],
    ["Varga & Sons Inc.", "Its owner declined to comment."],
  ],
  ["numbers", ["Prices rose 3.5 percent in No. 4 district.", "Wages did not."]],
  [
    "quotations over several sentences",
    ["“We waited.", "We saw no boat.", "Nobody came,” Roe said."],
  ],
  [
    "a question that is reported",
    ["“Who pays?” Minister Anna Roe asked on Monday.", "No one answered."],
  ],
  ["a quotation that ends a sentence", ["She called it “a mess.”", "He agreed."]],
  ["an ellipsis that goes on", ["It was … well, late.", "They left."]],
  ["names in lower case", ["The unit left al-Marj.", "al-Ruwi stayed."]],
  ["a name with a mark in it", ["She sings in Wham! on Fridays.", "He drums."]],
  ["web addresses", ["Write to desk@tarn-news.example.org today.", "Or call."]],
  [
    "a missing space",
    ["The dam broke.", "Thousands fled."],
    undefined,
    "The dam broke.Thousands fled.",
  ],
  ["a remainder without words", ["The rest is unknown. […]"]],
  [
    "other scripts",
    ["大雨が降った。", "道は閉鎖された。"],
    undefined,
    "大雨が降った。道は閉鎖された。",
  ],
] as [string, string[], string[]?, string?][])(
  "it is right on %s",
  (_, sentences, expected, text) => {
    expect(split(text ?? sentences.join(" "))).toEqual(expected ?? sentences);
  },
);

const piece = fc.oneof(
  fc.constantFrom(
    ". ",
    "? ",
    "… ",
    ".” ",
    "\n",
    "\u00a0",
    "Mr. ",
    "U.S. ",
    "p.m. ",
    "I. ",
    ". . . ",
    "The ",
    "“",
    ")",
    "。",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

test("sentences tile their span: nothing but white space lies between them", () => {
  fc.assert(
    fc.property(fc.array(piece), fc.nat(10), fc.nat(10), (pieces, from, cut) => {
      const text = pieces.join("");
      const span = { start: Math.min(from, text.length), end: Math.max(from, text.length - cut) };
      fc.pre(span.start <= span.end && span.end <= text.length);
      let cursor = span.start;
      for (const { start, end } of splitSentences(text, span)) {
        expect(start).toBeGreaterThanOrEqual(cursor);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(cursor, start).trim()).toBe("");
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        cursor = end;
      }
      expect(text.slice(cursor, span.end).trim()).toBe("");
    }),
    { numRuns: 1_000 },
  );
});
