import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/core/article.ts";
import { findSurroundings } from "../../../src/corpus/read/find-surroundings.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";
import { nastyText } from "../../export/nasty-text.ts";
import { makeSource } from "../../fixtures/source-fixtures.ts";

const articleOf = (text: string): Article => parseArticle(makeSource(text));

function surround(text: string, words: string): string {
  const start = text.indexOf(words);
  const { start: from, end } = findSurroundings(articleOf(text), {
    start,
    end: start + words.length,
  });
  return text.slice(from, end);
}

const FERRY =
  "The old ferry left the dock at seven in the morning with nine people on board. Nobody waved. The master of the port wrote the time down in his book, as he had done for thirty years.";
const CABLE =
  "Rust was found in eleven of the forty-two cables that hold the bridge, an engineer told the council.";

describe("what stands around a quote", () => {
  test("is its paragraph", () => {
    expect(surround(`${CABLE}\n\n${FERRY}\n\n${CABLE} Again.`, "Nobody waved.")).toBe(FERRY);
  });

  test("is more than the paragraph where the quote is all of it", () => {
    const text = `${FERRY}\n\n${CABLE}\n\n${FERRY} Again.`;
    expect(surround(text, CABLE)).toBe(text);
  });

  test("is both paragraphs for a quote over two", () => {
    const text = `${FERRY}\n\n${CABLE}`;
    expect(surround(text, "for thirty years.\n\nRust was found")).toBe(text);
  });

  test("is whole sentences near the quote in a long paragraph", () => {
    const long = Array.from(
      { length: 40 },
      (_, at) => `Boat number ${at} came in late on that day.`,
    ).join(" ");
    const around = surround(long, "Boat number 20 came in late on that day.");
    expect(around).toMatch(/^Boat number \d+ came.*Boat number \d+ came in late on that day\.$/);
    expect(around.length).toBeLessThanOrEqual(1000);
  });

  test("holds the quote, whatever the text, and is never long without need", () => {
    fc.assert(
      fc.property(
        fc.array(nastyText, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (parts, one, other) => {
          const text = parts.join("\n\n");
          const [start = 0, last = 0] = [one % text.length, other % text.length].sort(
            (a, b) => a - b,
          );
          const span = { start, end: last + 1 };
          const around = findSurroundings(articleOf(text), span);
          expect(around.start).toBeLessThanOrEqual(span.start);
          expect(around.end).toBeGreaterThanOrEqual(span.end);
          expect(around.end - around.start).toBeLessThanOrEqual(
            Math.max(1000, span.end - span.start) * 2,
          );
        },
      ),
    );
  });
});
