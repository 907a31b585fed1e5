import { describe, expect, test } from "vitest";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { ARTICLES, ATTRIBUTION_CASES } from "./attribution-cases.ts";
import { NEWS, NEWS_CASES } from "./attribution-news.ts";
import { PAPER_CASES, PAPERS } from "./attribution-papers.ts";

const PASSING = ["verified", "typographic", "edited"];

function open(articles: Readonly<Record<string, string>>): ReturnType<typeof openMemorySource> {
  return openMemorySource(Object.entries(articles).map(([id, text]) => ({ id, text })));
}

async function judge(draft: string, source: ReturnType<typeof openMemorySource>): Promise<string> {
  const { documents } = await checkDocuments([{ name: "draft.md", text: draft }], source);
  const [finding] = documents[0]?.findings ?? [];
  if (finding === undefined) return "no quotation";
  if (finding.verdict === "misattributed") return "wrong";
  if (!PASSING.includes(finding.verdict)) return finding.verdict;
  const noted = documents[0]?.notes.some(({ text }) => text.startsWith("Unattributed"));
  return noted === true ? "unsaid" : "right";
}

describe("a draft's speaker is judged by whom the article gives the words to", () => {
  const source = open(ARTICLES);
  test.each(ATTRIBUTION_CASES)("$expected: $draft", async ({ draft, expected }) => {
    expect(await judge(draft, source)).toBe(expected);
  });
});

describe("reported speech, given names and transcripts tell the speaker too", () => {
  const source = open(NEWS);
  test.each(NEWS_CASES)("$expected: $draft", async ({ draft, expected }) => {
    expect(await judge(draft, source)).toBe(expected);
  });
});

describe("in straight and single marks, under bold labels and beside a namesake", () => {
  const source = open(PAPERS);
  test.each(PAPER_CASES)("$expected: $draft", async ({ draft, expected }) => {
    const found = await judge(draft, source);
    expect(expected === "right" ? found.replace("unsaid", "right") : found).toBe(expected);
  });
});
