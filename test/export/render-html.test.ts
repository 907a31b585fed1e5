import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnnotatedOutcome } from "../../src/core/answer.ts";
import { renderHtml, STYLE, STYLE_DIGEST } from "../../src/export/render-html.ts";
import { mintExcerpt } from "../../src/quote/mint-quote.ts";
import { readHtmlProse } from "../../src/text/html-prose.ts";
import { annotateCase } from "./annotate-case.ts";
import { makeOutcome } from "./load-case.ts";
import { nastyText } from "./nasty-text.ts";

const TAGS =
  /^<\/?(?:html|head|body|meta|title|style|header|main|footer|nav|section|div|h[1-4]|p|ol|ul|li|blockquote|q|bdi|mark|strong|cite|b|a|span|details|summary|pre|kbd)(?: [a-z-]+="[^"<>]*")*>$/;

/** One quote in a paragraph of its own article, everything around it named by `text` too. */
function quoting(text: string): AnnotatedOutcome {
  const whole = `Before. ${text} Behind.`;
  const outcome = makeOutcome(
    {
      question: text,
      claims: [{ text, quotes: [["a.txt", text]] }],
      articles: { "a.txt": { title: text, publisher: text, author: text, url: text } },
    },
    new Map([["a.txt", whole]]),
  );
  const file = {
    id: "a.txt",
    path: "",
    text: whole,
    sha256: "",
    textSha256: "",
    size: 1,
    modified: 1,
  };
  const paragraph = mintExcerpt(file, { start: 0, end: whole.length });
  return { outcome, paragraphs: new Map([[1, paragraph]]) };
}

test("the policy names the digest of the one style sheet", () => {
  expect(STYLE_DIGEST).toBe(`sha256-${createHash("sha256").update(STYLE).digest("base64")}`);
  const html = renderHtml([]);
  expect(html).toContain(`<style>${STYLE}</style>`);
  expect(html).toContain(`default-src 'none'; style-src '${STYLE_DIGEST}'`);
});

describe("whatever an article says", () => {
  test("nothing of it comes alive: no tag and no attribute but ours", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const html = renderHtml([quoting(text)]).replace(STYLE, "");
        const tags = html.match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => tag !== "<!doctype html>" && !TAGS.test(tag))).toEqual([]);
        expect(tags.join("")).not.toMatch(/ (?:on\w+|style|src|srcdoc|action)=/);
        for (const [, target] of html.matchAll(/href="([^"]*)"/g)) {
          expect(target).toMatch(/^(?:#[a-z]+(?:-\d+)?$|https?:\/\/)/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a program reads the quote and its paragraph unit by unit", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { blocks } = readHtmlProse(renderHtml([quoting(text)]));
        const quoted = blocks.filter(({ kind }) => kind === "quotation").map((block) => block.text);
        expect(quoted).toEqual([`“${text}” [1]`, `“Before. ${text} Behind.”`]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a page", () => {
  test("marks each quote in its paragraph and tells where the paragraph goes on", async () => {
    const html = renderHtml([await annotateCase("two-reports")]);
    const marks = [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, words]) => words);
    expect(marks).toEqual([
      expect.stringMatching(/^The ferry to Orlen sails .* engine\.$/),
      "A single ticket costs 12 crowns, up from 9.",
      "Some had none&#10;since the winter; the company says&#10;that it was half of that.",
    ]);
  });

  test("has headings in order, a name for each region and a target for each link within it", async () => {
    const names = ["two-reports", "abstention", "brief", "scripts"];
    const html = renderHtml(await Promise.all(names.map(annotateCase)));
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/(?:href="#|labelledby=")([^"]+)"/g)].map(([, id]) => id);
    for (const target of targets) expect(ids).toContain(target);
  });

  test("links to the web only where the address is one, without telling where the reader comes from", async () => {
    const hostile = renderHtml([await annotateCase("hostile")]);
    expect(hostile).not.toMatch(/href="(?!#)/);
    const harmless = renderHtml([await annotateCase("two-reports")]);
    const out = harmless.match(/<a [^>]*href="https:[^>]*>/g) ?? [];
    expect(out).toHaveLength(5);
    expect(out.every((link) => link.includes('rel="noreferrer noopener"'))).toBe(true);
    expect(harmless).toContain("#:~:text=A%20single%20ticket");
  });
});
