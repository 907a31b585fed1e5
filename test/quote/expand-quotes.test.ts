import { expect, test } from "vitest";
import { expandQuotes } from "../../src/quote/expand-quotes.ts";

test("a quote that grows keeps the words that answer at their place", () => {
  const text = "The clerk said the pier may have cost 40 crowns. Boats left.";
  const words = "cost 40 crowns";
  const start = text.indexOf(words);
  const from = text.indexOf("40 crowns");
  const answer = { start: from, end: from + "40 crowns".length };
  const file = { id: "a", path: "a", text, sha256: "", textSha256: "", size: 1, modified: 1 };
  const quote = { articleId: "a", start, end: start + words.length, text: words, answer };
  const [expanded] = expandQuotes({ quotes: [quote] }, new Map([["a", file]])).quotes;
  expect(expanded?.text).toContain("may have cost 40 crowns");
  expect(text.slice(expanded?.answer?.start, expanded?.answer?.end)).toBe("40 crowns");
});
