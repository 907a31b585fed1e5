// Invented amounts with what stands around them → what is compared with what, and the reason told.

import { expect, test } from "vitest";
import { draftComparison } from "../../../src/stages/compare/draft-comparison.ts";
import { compare, reasonsOf } from "./compare-texts.ts";

test("how many a month is no answer that contradicts how many there are", () => {
  const compared = compare(
    "How many divers does Brone have?",
    "Brone has 400 divers.",
    "Some 30 divers a month join in Brone.",
  );
  expect(compared?.positions.map(({ reason }) => reason?.kind)).toEqual(["unit", "unit"]);
});

test("what a sum was before stands under its own value where it has one, else beside the new one", () => {
  const texts = [
    "Divers were getting $90 a month.",
    "The council cut the pay of divers to $60 a month.",
  ];
  let start = 0;
  const sentences = texts.map((text) => {
    start += 100;
    return { articleId: "a.txt", start, end: start + text.length, text, rank: 1 };
  });
  const [was, now] = sentences;
  const quotesOf = (read: typeof sentences): unknown =>
    draftComparison(
      "How much are divers paid?",
      read,
      "wide",
      structuredClone(sentences),
    )?.positions.map(({ value, quotes }) => [value, ...quotes.map(({ text }) => text)]);
  expect(quotesOf(sentences)).toEqual([
    ["$60 a month", now?.text],
    ["$90 a month", was?.text],
  ]);
  expect(quotesOf(sentences.slice(1))).toEqual([["$60 a month", now?.text, was?.text]]);
});

test("beside an answer other things than those counted, and shares of them, are no positions", () => {
  const texts = [
    "Brone has 400 divers.",
    "A diver of Brone has six sisters.",
    "In Brone 60 percent of divers are women.",
  ];
  const sentences = texts.map((text, place) => ({
    articleId: `${place}.txt`,
    start: 0,
    end: text.length,
    text,
    rank: 1,
  }));
  const compared = draftComparison("How many divers does Brone have?", sentences, "careful");
  expect(compared?.positions.map(({ value }) => value)).toEqual(["400"]);
});

test("a place that stands behind another amount is no reason for the first one's difference", () => {
  const reasons = reasonsOf(
    "How many boats sank?",
    "Some 400 boats sank, 30 of them near Brone.",
    "Some 900 boats sank in Oldham.",
  ) as readonly { readonly kind: string }[];
  expect(reasons.map(({ kind }) => kind)).toEqual(["contradiction", "contradiction"]);
});

test("a place is told with the noun that it describes", () => {
  const reasons = reasonsOf(
    "How many divers came?",
    "Some 400 divers came from Western towns.",
    "Some 900 divers came from Oldham.",
  );
  expect(reasons).toContainEqual({ kind: "place", words: "from Western towns" });
});
