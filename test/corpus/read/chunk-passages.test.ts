import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../src/core/article.ts";
import type { Span } from "../../../src/core/span.ts";
import { chunkPassages } from "../../../src/corpus/read/chunk-passages.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";
import { estimateTokens } from "../../../src/text/estimate-tokens.ts";

/** What the reader takes in with a question and a title. */
const MOST_TOKENS = 128;

const parse = (text: string, id = "a.txt"): Article =>
  parseArticle({ id, path: id, text, sha256: "0", textSha256: "0", size: 0, modified: 0 });

const sentence = fc
  .array(
    fc.constantFrom("ships", "waited", "off", "Tarn", "harbour", "Gen.", "U.S.", "5", "“late”"),
    { minLength: 1, maxLength: 40 },
  )
  .map((words) => `The ${words.join(" ")}.`);
const furniture = fc.constantFrom(
  "READ MORE: A storm",
  "Share this article",
  "Advertisement",
  "© 2020 Tarn Post",
  "photo_1.jpg",
);
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(" ")),
  },
  { weight: 2, arbitrary: furniture },
  fc.constantFrom(
    "## Costs",
    "- a list item of some length.",
    "> Quoted line.",
    "```",
    "<div>",
    "| a | b |",
    "---",
    "TARN (XYZ) — Rain fell again on the town and on the hills.",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const articleText = fc
  .array(fc.tuple(line, fc.constantFrom("\n\n", "\n", "\r\n\r\n", "\r\n", "\r")), { maxLength: 25 })
  .map((lines) => lines.map(([text, end]) => text + end).join(""));
const anyArticle = fc
  .tuple(articleText, fc.constantFrom("a.txt", "a.md"))
  .map(([text, id]) => parse(text, id));

test("every span of an article and of its passages slices the article's text", () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const passages = chunkPassages(article);
      const spans = [
        ...article.blocks,
        ...article.excluded,
        ...passages.flatMap(({ sentences }) => sentences),
      ];
      for (const { start, end } of spans) {
        expect(0 <= start && start < end && end <= article.text.length).toBe(true);
      }
      for (const [at, passage] of passages.entries()) {
        expect(article.text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage).toMatchObject({ position: at, articleId: article.id });
        expect(passage.sentences[0]?.start).toBe(passage.start);
        expect(passage.sentences.at(-1)?.end).toBe(passage.end);
      }
    }),
    { numRuns: 500 },
  );
});

test("passages overlap neither each other nor an excluded span", () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const spans = [...chunkPassages(article), ...article.excluded].sort(
        (left, right) => left.start - right.start,
      );
      for (const [at, span] of spans.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
      }
    }),
    { numRuns: 500 },
  );
});

const placesOf = (spans: readonly Span[], text: string): number[] =>
  spans
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
    .filter((at) => text.charAt(at).trim() !== "");

test("every character of a block that is not white space lies in exactly one passage's sentence", () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const sentences = chunkPassages(article).flatMap((passage) => passage.sentences);
      expect(placesOf(sentences, article.text)).toEqual(placesOf(article.blocks, article.text));
    }),
    { numRuns: 500 },
  );
});

test("all text that is not a marker is either a block or excluded", () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      const covered = [...article.blocks, ...article.excluded];
      const rest = [...article.text]
        .map((_, at) => at)
        .filter((at) => !covered.some(({ start, end }) => at >= start && at < end));
      const left = rest.map((at) => article.text.charAt(at)).join("");
      expect(left.replace(/[\s#>*+\-•▪◦‣⁃►·\d.)]/gu, "")).toBe("");
    }),
    { numRuns: 200 },
  );
});

const prose = (sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, at) => `The boat number ${at} left the harbour of Tarn before noon.`,
  ).join(" ");

test("a long run is cut into passages of even length, none above 128 tokens", () => {
  const passages = chunkPassages(parse(Array.from({ length: 12 }, () => prose(7)).join("\n\n")));
  expect(passages.length).toBeGreaterThan(3);
  for (const { text } of passages) {
    expect(estimateTokens(text)).toBeLessThanOrEqual(MOST_TOKENS);
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(MOST_TOKENS / 2);
  }
});

test("no passage is longer than 128 tokens, whatever the article", () => {
  fc.assert(
    fc.property(anyArticle, (article) => {
      for (const { text } of chunkPassages(article)) {
        expect(estimateTokens(text)).toBeLessThanOrEqual(MOST_TOKENS);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["a script without spaces", "港口委员会周二投票决定关闭东码头，直到春天。".repeat(60)],
  ["a script without spaces or stops", "港口委员会周二投票决定关闭东码头直到春天".repeat(60)],
  ["one huge line of words", "barges waited at the western lock all night ".repeat(600)],
  ["one huge word", "a".repeat(50_000)],
  ["digits and signs", "7-4=3; ".repeat(3_000)],
])("%s is cut with nothing lost", (_, text) => {
  const passages = chunkPassages(parse(text));
  expect(passages.length).toBeGreaterThan(1);
  for (const passage of passages) {
    expect(estimateTokens(passage.text)).toBeLessThanOrEqual(MOST_TOKENS);
  }
  const kept = passages.flatMap(({ sentences }) =>
    sentences.map(({ start, end }) => text.slice(start, end)),
  );
  expect(kept.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
});

test("a heading goes with what follows it", () => {
  const text = [prose(11), prose(3), "What the port lost", prose(8), prose(9)].join("\n\n");
  const withHeading = chunkPassages(parse(text)).filter((passage) =>
    passage.text.includes("What the port lost"),
  );
  expect(withHeading).toHaveLength(1);
  expect(withHeading[0]?.text.endsWith("lost")).toBe(false);
});

test("a passage ends at an excluded span, however short", () => {
  const article = parse(`${prose(3)}\n\nAd\n\nAdvertisement\n\n${prose(3)}`);
  expect(article.excluded.map(({ reason }) => reason)).toContain("navigation");
  expect(chunkPassages(article)).toHaveLength(2);
});

test("a sentence longer than a passage is cut with nothing lost and no character torn", () => {
  const unit = fc.constantFrom(
    "👩‍👩‍👧",
    "e\u0301\u0323",
    "🇳🇱",
    "👍🏽",
    "한",
    "a",
    "𝒳",
    "\u0301",
    " ",
    ", ",
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 500, maxLength: 3_000 }), (units) => {
      const text = `A${units.join("")}`;
      const pieces = chunkPassages(parse(text)).flatMap(({ sentences }) => sentences);
      const kept = pieces.map(({ start, end }) => text.slice(start, end)).join("");
      expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      const graphemes = new Set(
        Array.from(new Intl.Segmenter().segment(text), ({ index }) => index),
      );
      for (const { start } of pieces) expect(graphemes.has(start)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
