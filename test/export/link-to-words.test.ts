import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Excerpt, Source } from "../../src/core/answer.ts";
import { linkToWords } from "../../src/export/link-to-words.ts";
import { mintExcerpt } from "../../src/quote/mint-quote.ts";
import { makeSource } from "../fixtures/source-fixtures.ts";
import { nastyText } from "./nasty-text.ts";

const PAGE = "https://news.example/ferry";

function excerptOf(text: string, words: string): Excerpt {
  const start = text.indexOf(words);
  return mintExcerpt(makeSource(text), { start, end: start + words.length });
}

const sourceAt = (url?: string): Source => ({
  articleId: "a.txt",
  path: "a.txt",
  sha256: "",
  textSha256: "",
  quotes: [],
  ...(url !== undefined && { url }),
});

const link = (text: string, words: string, url: string = PAGE): string =>
  linkToWords(excerptOf(text, words), sourceAt(url)) ?? "";

describe("the link to a quote's words", () => {
  test("names a short quote whole, its hyphens, commas and ampersands encoded", () => {
    expect(link("She sold well-known tea, salt & rope.", "well-known tea, salt & rope")).toBe(
      `${PAGE}#:~:text=well%2Dknown%20tea%2C%20salt%20%26%20rope`,
    );
  });

  test("names a long quote by its first and last words", () => {
    const words = `The board met ${"again and again ".repeat(30)}until the lamp went out at dawn.`;
    expect(link(words, words)).toBe(
      `${PAGE}#:~:text=The%20board%20met%20again%20and%20again,the%20lamp%20went%20out%20at%20dawn.`,
    );
  });

  test("names a quote over two paragraphs by words of its first and its last line", () => {
    expect(link("One end.\n\nAnother end here.", "One end.\n\nAnother end here.")).toBe(
      `${PAGE}#:~:text=One%20end.,Another%20end%20here.`,
    );
  });

  test("says between which words it stands when the article has the words twice", () => {
    const text = "First he said yes, gladly. Later he said yes, sadly.";
    const start = text.lastIndexOf("he said yes");
    const file = { id: "a", path: "a", text, sha256: "", textSha256: "", size: 1, modified: 1 };
    const excerpt = mintExcerpt(file, { start, end: start + 11 });
    expect(linkToWords(excerpt, sourceAt(PAGE))).toBe(
      `${PAGE}#:~:text=yes%2C%20gladly.%20Later-,he%20said%20yes,-%2C%20sadly.`,
    );
  });

  test("joins a fragment that the address has, and replaces a directive of its own", () => {
    expect(link("Tea.", "Tea", `${PAGE}#top`)).toBe(`${PAGE}#top:~:text=Tea`);
    expect(link("Tea.", "Tea", `${PAGE}#:~:text=other`)).toBe(`${PAGE}#:~:text=Tea`);
  });

  test("is none for an article without an address of the web", () => {
    expect(linkToWords(excerptOf("Tea.", "Tea"), sourceAt())).toBeUndefined();
    expect(linkToWords(excerptOf("Tea.", "Tea"), sourceAt("javascript:alert(1)"))).toBeUndefined();
  });

  test("is an address, and its directive reads as the quote's words again", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const [, directive = ""] = link(text, text).split("#:~:text=");
        expect(directive).toMatch(/^(?:[\w.,]|%[0-9A-F]{2})*$/);
        expect(() => new URL(link(text, text))).not.toThrow();
        const flat = text.replace(/[\s\u2028\u2029]+/g, " ");
        for (const part of directive.split(",")) {
          expect(flat).toContain(decodeURIComponent(part));
        }
      }),
    );
  });
});
