import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Quote } from "../../src/core/answer.ts";
import { markForTerminal, markInHtml, markInMarkdown } from "../../src/export/mark-answer.ts";
import { mintQuote } from "../../src/quote/mint-quote.ts";
import { splitsPair } from "../../src/text/code-points.ts";
import { readHtmlProse } from "../../src/text/html-prose.ts";
import { readMarkdownProse } from "../../src/text/markdown.ts";
import { nastyText } from "./nasty-text.ts";

const source = (text: string) => ({
  ...{ id: "a.txt", path: "a.txt", text, sha256: "", textSha256: "", size: 1, modified: 1 },
});

/** All of the text as a quote; the words must stand in it. */
function quoteOf(text: string, words: string): Quote {
  const start = text.indexOf(words);
  const answer = { start, end: start + words.length };
  return mintQuote(source(text), { start: 0, end: text.length, answer }, 1);
}

const marked = fc
  .tuple(nastyText, fc.nat(), fc.nat())
  .filter(([text]) => text.trim() !== "")
  .map(([text, one, other]): Quote => {
    const ends = [one % text.length, (other % text.length) + 1].sort((a, b) => a - b);
    const [start = 0, end = 0] = ends.map((at) => (splitsPair(text, at) ? at - 1 : at));
    const all = { start: 0, end: text.length };
    return { ...mintQuote(source(text), { ...all, answer: { start, end } }, 1) };
  });
const unmark = ({ answer: _answer, ...quote }: Quote): Quote => quote;

describe("an answer in bold changes nothing of its quote", () => {
  test("on a terminal", () => {
    const wordsOf = (quote: Quote): string =>
      markForTerminal(quote)
        .map(({ text }) => text)
        .join("");
    fc.assert(
      fc.property(marked, (quote) => {
        expect(wordsOf(quote)).toBe(wordsOf(unmark(quote)));
      }),
    );
  });

  test("in Markdown, as a reader of it sees the quote", () => {
    const read = (quote: Quote): readonly string[] =>
      readMarkdownProse(`> “${markInMarkdown(quote)}” [1]`).blocks.map(({ text }) => text);
    fc.assert(
      fc.property(marked, (quote) => {
        expect(read(quote)).toEqual(read(unmark(quote)));
      }),
    );
  });

  test("in HTML, as a reader of it sees the quote", () => {
    const read = (quote: Quote): readonly string[] =>
      readHtmlProse(`<p>${markInHtml(quote)}</p>`).blocks.map(({ text }) => text);
    fc.assert(
      fc.property(marked, (quote) => {
        expect(read(quote)).toEqual(read(unmark(quote)));
      }),
    );
  });
});

test.each([
  ["It costs 12 crowns, up from 9.", "12 crowns", "**12 crowns**"],
  ["It rose by 25% in a year.", "25%", "**25%**"],
  ["The board paid $5 million for it.", "$5 million", "**\\$5 million**"],
  ["The board said no.", "no", "**no**"],
])("in Markdown “%s” has %s in bold", (text, words, expected) => {
  expect(markInMarkdown(quoteOf(text, words))).toContain(expected);
});

test.each([
  ["It is a twelvefold rise, the port said.", "twelve"],
  ["It costs *12* crowns, the port said.", "*12*"],
  ["The code is a_b, or so they say.", "a_b"],
  ["It takes 40\u00a0days, the port said.", "40\u00a0days"],
  ["It was the cafe\u0301 that burned down.", "cafe"],
])("in Markdown “%s” is left plain", (text, words) => {
  expect(markInMarkdown(quoteOf(text, words))).not.toContain("**");
});
