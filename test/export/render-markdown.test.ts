import fc from "fast-check";
import { Marked, type Token } from "marked";
import { describe, expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { appendSession, renderMarkdown } from "../../src/export/render-markdown.ts";
import { loadCase, makeOutcome } from "./load-case.ts";
import { ACTING, nastyText, SPELLING } from "./nasty-text.ts";

const marked = new Marked({ gfm: true });
const TAGS =
  /^<\/?(h[1-4]|p|blockquote|ul|li|em|pre|code|a)( (class="language-json"|href="#source-\d+"))?>$/;

function quoting(texts: readonly string[], title = "t", question = "q"): AnswerOutcome {
  const files = new Map(texts.map((text, i) => [`${i}.txt`, text]));
  const described = {
    question,
    claims: texts.map((text, i) => ({ text: title, quotes: [[`${i}.txt`, text] as const] })),
    articles: Object.fromEntries([...files.keys()].map((id) => [id, { title, author: title }])),
  };
  return makeOutcome(described, files);
}

function unescapeHtml(html: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
  return html.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/g, (_all, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? expect.fail(`unknown &${name};`);
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** The rendered text of each quotation that a marker follows. */
function renderedQuotes(markdown: string): readonly string[] {
  const html = marked.parse(markdown, { async: false });
  return [
    ...html.matchAll(
      /<blockquote>\n<p>“([\s\S]*?)” <a href="#source-\d+">\[\d+\]<\/a><\/p>\n<\/blockquote>/g,
    ),
  ].map(([, text]) => unescapeHtml(text ?? ""));
}

describe("whatever an article says", () => {
  test("the rendered text of each quote is the quote's text exactly", () => {
    fc.assert(
      fc.property(
        fc.array(nastyText, { minLength: 1, maxLength: 3 }),
        nastyText,
        (texts, title) => {
          expect(renderedQuotes(renderMarkdown([quoting(texts, title, title)]))).toEqual(texts);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("nothing of it comes alive: no tag, link, image, table or heading but ours", () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, (text, title, question) => {
        const html = marked.parse(renderMarkdown([quoting([text], title, question)]), {
          async: false,
        });
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !TAGS.test(tag))).toEqual([]);
        expect(tags.filter((tag) => /^<h\d>$/.test(tag))).toHaveLength(5);
        expect(tags.filter((tag) => tag.startsWith("<a "))).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test("the text outside the proof holds no invisible character in the raw", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const raw = renderMarkdown([quoting([text], text, text)]);
        expect(raw.replaceAll(SPELLING, "").match(ACTING)).toBeNull();
      }),
    );
  });
});

describe("a session", () => {
  const outcomes = ["two-reports", "abstention", "hostile", "scripts"].map(loadCase);

  test("appended answer by answer is the session exported at once", () => {
    const [first, ...rest] = outcomes.map((outcome) => [outcome]);
    const appended = rest.reduce(appendSession, renderMarkdown(first ?? []));
    expect(appended).toBe(renderMarkdown(outcomes));
  });

  test("numbers quotes and sources through, and each marker has its heading", () => {
    const markdown = renderMarkdown(outcomes);
    const headings = marked.lexer(markdown).filter(isSourceHeading);
    const anchors = headings.map(({ text }) => `#${text.toLowerCase().replace(" ", "-")}`);
    expect(anchors).toEqual([...anchors.keys()].map((i) => `#source-${i + 1}`));
    const markers = [...markdown.matchAll(/\[\\\[(\d+)\\\]\]\((#source-\d+)\)/g)];
    expect(new Set(markers.map(([, number]) => Number(number))).size).toBe(10);
    for (const [, , anchor] of markers) expect(anchors).toContain(anchor);
  });

  test("goes on counting after an export whose claims were deleted by hand", () => {
    const shortened = renderMarkdown(outcomes).replaceAll(/^> .*$/gm, "");
    expect(appendSession(shortened, outcomes.slice(0, 1))).toContain("[\\[11\\]](#source-8)");
  });
});

test("an address of the web is the link of its title, another is none", () => {
  expect(renderMarkdown([loadCase("two-reports")])).toContain("(https://orlen.example/2024/05/");
  const html = marked.parse(renderMarkdown([loadCase("hostile")]), { async: false });
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="#source-1"']);
});

function isSourceHeading(token: Token): token is Token & { text: string } {
  return token.type === "heading" && token["depth"] === 4;
}
