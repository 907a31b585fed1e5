// Article text in a result stays marked as data, and every article has an address that leads back to it.

import fc from "fast-check";
import { expect, test } from "vitest";
import { addressArticle, markFacts, markVerbatim, readAddress } from "../../src/mcp/show-quotes.ts";

const wild = fc.string({ unit: "grapheme", minLength: 1 });
const ENDS = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];

test("no line of an article can leave its mark, and no word of it is lost", () => {
  const text = fc
    .array(fc.oneof(wild, fc.constantFrom(...ENDS, "> ", "| ", "note: ")), { maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (article) => {
      const marked = markVerbatim(article);
      const lines = marked.split(/[\n\r\v\f\u0085\u2028\u2029]/u);
      expect(lines.every((line) => line.startsWith("> "))).toBe(true);
      const bare = (of: string): string => of.replace(/[\n\r\v\f\u0085\u2028\u2029]/gu, "");
      expect(bare(lines.map((line) => line.slice(2)).join(""))).toBe(bare(article));
      expect(markFacts([article]).every((line) => /^\| [^\n\r\u2028\u2029]*$/u.test(line))).toBe(
        true,
      );
    }),
  );
});

test("any name of an article becomes an address of plain characters that leads back", () => {
  const id = fc.array(wild, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(id, fc.nat(), fc.nat(), (articleId, start, length) => {
      const span = { start, end: start + length };
      const uri = addressArticle(articleId, span);
      expect(uri).toMatch(/^pullquote:\/\/article\/[\w.!~*'()%/-]+#char=\d+,\d+$/);
      expect(readAddress(uri)).toEqual({ articleId, span });
      expect(readAddress(addressArticle(articleId))).toEqual({ articleId });
    }),
  );
});

test.each(["", "http://article/a", "pullquote://article/", "pullquote://article/%E0%A4", "a.txt"])(
  "%j is no address",
  (uri) => expect(readAddress(uri)).toBeUndefined(),
);
