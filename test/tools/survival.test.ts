// A Markdown export after people and programs had it: quotes that nobody touched stay verified.

import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { CheckedDocument } from "../../src/core/check.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { articlesOf } from "../export/annotate-case.ts";
import { loadCase, makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { pandoc, runPandoc } from "./run-pandoc.ts";

const TYPOGRAPHY = [
  "'Twas Mr. Hale's \"last\" word -- or nearly... Dr. Roe didn't agree, e.g. on page 5.",
  "“It’s the crews’ money,” she said – “and ‘nobody’ asked”; see :anchor: and {#id} or 10:30:45.",
  "A line\nthat is broken, a  double space, a no-break\u00a0space, 5 * 3 * 2, a_b_c, ~40 and $5 to $10.",
  "1. The first of May --- or [x] the second | third. `Code` <b>bold</b> & www.news.example @ahoy #1",
  "\"The crews carried nine people. And I wasn't there,",
];
const CASES = ["two-reports", "brief", "scripts"];
const articles = [
  ...CASES.flatMap(articlesOf),
  { id: "typography.txt", text: TYPOGRAPHY.join("\n\n") },
];
const exported = renderMarkdown([
  ...CASES.map(loadCase),
  makeOutcome(
    {
      question: 'What\'s "typography" -- and {who} cares?',
      claims: [
        { text: "Its own words:", quotes: TYPOGRAPHY.map((words) => ["typography.txt", words]) },
      ],
      articles: {
        "typography.txt": {
          title: 'The printer\'s "devil" -- a life... [sic]',
          publisher: "Ink & Son",
          url: "https://ink.example/a_b?c=1&d=*2*~~",
        },
      },
    },
    new Map([["typography.txt", TYPOGRAPHY.join("\n\n")]]),
  ),
]);
/** Quotes shown: one of them is cited twice. */
const SHOWN = 16;

async function check(text: string, name = "edited.md"): Promise<CheckedDocument> {
  const { documents } = await checkDocuments([{ name, text }], openMemorySource(articles));
  const [document] = documents;
  if (document === undefined) throw new Error("no document came back");
  return document;
}

/** Verdicts of the quotes in block quotations with a number, as an export has them. */
const verdictsOf = ({ findings }: CheckedDocument): string[] =>
  findings.filter(({ quotation }) => quotation.marker !== undefined).map(({ verdict }) => verdict);
const ALL = Array.from({ length: SHOWN }, () => "verified");
const prettify = (text: string, proseWrap: "always" | "never" | "preserve"): Promise<string> =>
  format(text, { parser: "markdown", proseWrap, printWidth: 60 });

test("as it was written", async () => {
  const checked = await check(exported);
  expect(verdictsOf(checked)).toEqual(ALL);
  expect(checked.notes).toEqual([]);
});

describe("edited by hand", () => {
  const [opening = "", ...sections] = exported.split(/(?=^## )/m);

  test.each<readonly [string, string]>([
    ["lines broken anew", exported.replace(/^(> .{20,60}) (?=\S)/gm, "$1\n> ")],
    ["lines broken without a mark", exported.replace(/^(> .{20,60}) (?=\p{Ll})/gmu, "$1\n")],
    ["headings changed", exported.replace(/^#+ (?!Source \d)/gm, "##### Our ")],
    ["answers in another order", [opening, ...sections.toReversed()].join("\n")],
    ["proofs at the end", moveProofs(exported)],
    ["words of ours between", exported.replace(/^> /gm, "Here we say something of our own.\n\n> ")],
    ["line ends of another system", exported.replaceAll("\n", "\r\n")],
    ["white space at line ends", exported.replaceAll("\n", "  \n").replaceAll("  \n  \n", "\n\n")],
    [
      "pasted below a draft",
      `---\ntitle: Mine\n---\n\n# My draft\n\nWords.\n\n${exported}\n\nMore words.`,
    ],
    ["inside a list", exported.replace(/^(?=.)/gm, "  ").replace(/^ {2}(?=# )/m, "- ")],
    ["pasted twice", `${exported}\n${exported}`],
  ])("%s", async (_what, edited) => {
    expect(edited).not.toBe(exported);
    expect(new Set(verdictsOf(await check(edited)))).toEqual(new Set(["verified"]));
    expect(verdictsOf(await check(edited)).length).toBeGreaterThanOrEqual(SHOWN);
  });

  test("claims deleted: the others stand, and what is gone is noted", async () => {
    const edited = exported.replace(/^> .*\[1\\\].*\n\n/m, "");
    const checked = await check(edited);
    expect(verdictsOf(checked)).toEqual(ALL.slice(1));
    expect(checked.notes.map(({ text }) => text)).toEqual([
      "[1] is proved, but its words are not shown.",
    ]);
  });

  test("one answer of several, with its proof", async () => {
    const checked = await check(sections[3] ?? "");
    expect(verdictsOf(checked)).toEqual(ALL.slice(0, TYPOGRAPHY.length));
    expect(checked.notes).toEqual([]);
  });

  test("a changed word is found among all of it", async () => {
    const checked = await check(await prettify(exported.replace("nearly", "hardly"), "always"));
    expect(verdictsOf(checked).filter((verdict) => verdict !== "verified")).toEqual(["altered"]);
  });
});

describe("through Prettier", () => {
  test.each(["always", "never", "preserve"] as const)("with prose wrap %s", async (wrap) => {
    const checked = await check(await prettify(exported, wrap));
    expect(verdictsOf(checked)).toEqual(ALL);
    expect(checked.notes).toEqual([]);
  });
});

describe.skipIf(pandoc === undefined)("through Pandoc", () => {
  test.each([
    ["markdown", "gfm"],
    ["markdown", "commonmark"],
    ["markdown", "markdown-smart"],
    ["gfm", "gfm"],
    ["gfm", "commonmark"],
  ])("from %s to %s", async (from, to) => {
    const checked = await check(runPandoc(exported, ["-f", from, "-t", to]));
    expect(verdictsOf(checked)).toEqual(ALL);
    expect(checked.notes).toEqual([]);
  });

  test("to HTML", async () => {
    const html = runPandoc(exported, ["-f", "markdown", "-t", "html"]);
    const checked = await check(html, "edited.html");
    expect(verdictsOf(checked)).toHaveLength(SHOWN);
    // HTML has no two spaces in a row.
    expect(verdictsOf(checked).filter((verdict) => verdict !== "verified")).toEqual([
      "typographic",
    ]);
    expect(checked.notes).toEqual([]);
  });

  test("to its own Markdown, which straightens quotation marks: none is faulted", async () => {
    const checked = await check(runPandoc(exported, ["-f", "markdown", "-t", "markdown"]));
    expect(verdictsOf(checked)).toHaveLength(SHOWN);
    expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified", "typographic"]));
  });

  test("between two runs of Prettier", async () => {
    const there = runPandoc(await prettify(exported, "always"), ["-f", "markdown", "-t", "gfm"]);
    const checked = await check(await prettify(there, "never"));
    expect(verdictsOf(checked)).toHaveLength(SHOWN);
    // Pandoc writes two spaces as they are, and Prettier makes one of them.
    expect(verdictsOf(checked).filter((verdict) => verdict !== "verified")).toEqual([
      "typographic",
    ]);
  });
});

function moveProofs(markdown: string): string {
  const proofs = markdown.match(/^```json\n[\s\S]*?\n```$/gm) ?? [];
  const rest = proofs.reduce((text, proof) => text.replace(proof, () => ""), markdown);
  return [rest, ...proofs].join("\n\n");
}
