import { Marked } from "marked";
import { describe, expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { SourceText } from "../../src/core/article.ts";
import { chunkPassages } from "../../src/corpus/read/chunk-passages.ts";
import { parseArticle } from "../../src/corpus/read/parse-article.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { renderTerminal } from "../../src/export/render-terminal.ts";
import { listInvisible } from "../../src/text/invisible.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { reportText } from "../../src/verify/report/report-text.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { type PoisonedArticle, poisonArticles } from "./poisoned-articles.ts";

const POISONED = poisonArticles();
const marked = new Marked({ gfm: true });
const OURS =
  /^<\/?(?:h[1-4]|p|blockquote|ul|li|em|pre|code|a)(?: (?:class="language-json"|href="(?:#source-\d+|https?:\/\/[^"]*)"))?>$/;

function parse({ name, text }: PoisonedArticle): ReturnType<typeof parseArticle> {
  const source: SourceText = {
    id: name,
    path: name,
    text,
    sha256: "",
    textSha256: "",
    size: text.length,
    modified: 1,
  };
  return parseArticle(source);
}

/** An answer that quotes its longest and its last sentence, and names it as it names itself. */
function quote(article: PoisonedArticle): AnswerOutcome | undefined {
  const parsed = parse(article);
  const sentences = chunkPassages(parsed).flatMap((passage) => passage.sentences);
  const words = sentences.map(({ start, end }) => article.text.slice(start, end));
  const chosen = new Set([
    words.toSorted((one, other) => other.length - one.length)[0],
    words.at(-1),
  ]);
  const quotes = [...chosen]
    .filter((text) => text !== undefined)
    .map((text) => [article.name, text] as const);
  if (quotes.length === 0) return undefined;
  const { title, author, publisher, url } = parsed.metadata;
  return makeOutcome(
    {
      question: `What of ${article.name}?`,
      claims: [{ text: `${publisher?.value ?? "One report"}:`, quotes }],
      articles: {
        [article.name]: {
          ...(title && { title: title.value }),
          ...(author && { author: author.value }),
          ...(url && { url: url.value }),
        },
      },
    },
    new Map([[article.name, article.text]]),
  );
}

test("there are enough of them, each with a name of its own", () => {
  expect(POISONED.length).toBeGreaterThanOrEqual(200);
  expect(new Set(POISONED.map(({ name }) => name)).size).toBe(POISONED.length);
});

test("none is changed or lost by ingest: every passage is the article's own text", () => {
  for (const article of POISONED) {
    for (const { start, end, text } of chunkPassages(parse(article))) {
      expect(article.text.slice(start, end)).toBe(text);
    }
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("what is quoted of them", () => {
  const outcomes = POISONED.map((article) => ({ article, outcome: quote(article) })).filter(
    (one): one is { article: PoisonedArticle; outcome: AnswerOutcome } => one.outcome !== undefined,
  );

  test("is exported so that every quote verifies, and nothing of it is alive", async () => {
    expect(outcomes.length).toBeGreaterThan(150);
    // Hundreds of one sign are read as plain text, so that no parser dies of them: nothing is proved then.
    const readable = outcomes.filter(
      ({ article }) => !/([^\s\w]{1,2})\s?(?:\1\s?){100}/.test(article.text),
    );
    expect(readable.length).toBeGreaterThan(140);
    for (const { article, outcome } of readable) {
      const markdown = renderMarkdown([outcome]);
      const html = marked.parse(markdown, { async: false });
      expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !OURS.test(tag))).toEqual([]);
      const source = openMemorySource([{ id: article.name, text: article.text }]);
      const { documents } = await checkDocuments([{ name: "a.md", text: markdown }], source);
      const [checked] = documents;
      const verdicts = checked?.findings
        .filter(({ quotation }) => quotation.marker !== undefined)
        .map(({ verdict }) => verdict);
      expect(verdicts, markdown.slice(0, 900)).toEqual(
        outcome.kind === "answer" ? outcome.quotes.map(() => "verified") : [],
      );
    }
  });

  test("acts on no terminal", () => {
    for (const { outcome } of outcomes) {
      const shown = renderTerminal(outcome, { width: 60, colour: false, hyperlinks: false });
      expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

test("invisible characters inside a quote of a draft are named", async () => {
  const text = "The crews were pa\u200bid \u202e09\u202c crowns, said the board.";
  const source = openMemorySource([{ id: "pay.txt", text }]);
  const draft = { name: "draft.md", text: `The paper: “${text}”\n` };
  const checked = await checkDocuments([draft], source);

  expect(checked.documents[0]?.findings[0]?.invisible).toEqual(listInvisible(text));
  const report = reportText(checked, { strict: false, all: false, colour: false });
  expect(report).toContain("U+200B");
  expect(report).toContain("U+202E");
});

test("a draft made of them is checked without a crash, and no proof in it counts by itself", async () => {
  const source = openMemorySource(POISONED.map(({ name, text }) => ({ id: name, text })));
  const drafts = POISONED.map(({ text }, at) => ({
    name: ["a.md", "a.html", "a.txt"][at % 3] ?? "a.md",
    text: text.slice(0, 2_000),
  }));
  const { documents } = await checkDocuments(drafts, source);

  expect(documents).toHaveLength(drafts.length);
});
