import { expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { ReplayedQuestion } from "../../src/core/check.ts";
import { readAll } from "../../src/corpus/read-articles.ts";
import { writeProof } from "../../src/export/prove-answer.ts";
import { compareAnswers, type JudgedQuote } from "../../src/verify/compare-answers.ts";
import { judgeQuotation } from "../../src/verify/judge-quotation.ts";
import { parseProof } from "../../src/verify/read-proofs.ts";
import { reportReplay } from "../../src/verify/report/report-replay.ts";
import { searchTexts } from "../../src/verify/search-articles.ts";
import { makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const PAY = "The crews of the Orlen ferry were paid 900 crowns in March, said the board.\n";
const LATER = "The crews of the Orlen ferry were paid 700 crowns in March, said the board.\n";
const STRIKE = "Stokers of the Orlen ferry asked for a rise of a tenth on Friday.\n";

function answer(texts: Readonly<Record<string, string>>, shown: readonly string[]): AnswerOutcome {
  const quotes = shown.map((id) => [id, (texts[id] ?? "").trim()] as const);
  const described = { question: "What were the crews paid?", articles: {} };
  const files = new Map(Object.entries(texts));
  if (shown.length > 0) {
    return makeOutcome({ ...described, claims: [{ text: "One report:", quotes }] }, files);
  }
  const abstention = { reason: "no-match", detail: "Nothing was found.", closest: [] } as const;
  return makeOutcome({ ...described, abstention }, files);
}

/** An export of `then`, compared with what `now` answers over today's articles. */
async function replay(
  then: AnswerOutcome,
  now: AnswerOutcome,
  articles: Readonly<Record<string, string>>,
): Promise<ReplayedQuestion> {
  const proof = parseProof(writeProof(then, { quotes: 0, sources: 0 }));
  if (typeof proof === "string") throw new Error(proof);
  const quotations = proof.quotes.map(({ quote }) => ({
    text: quote.exact,
    form: "block" as const,
    start: 0,
    end: 0,
    pointers: [],
  }));
  const source = openMemorySource(Object.entries(articles).map(([id, text]) => ({ id, text })));
  const found = await searchTexts(quotations, readAll(source));
  const judged = proof.quotes.map((quote, at): JudgedQuote => {
    const articleId = proof.sources.find(({ number }) => number === quote.source)?.articleId ?? "";
    const quotation = quotations[at];
    if (quotation === undefined) throw new Error("no quotation");
    const finding = judgeQuotation(quotation, found.candidates[at] ?? []);
    return { articleId, articleThere: articles[articleId] !== undefined, finding };
  });
  return compareAnswers(proof, proof.kind === "answer" ? judged : [], now);
}

test("the same articles and the same answer are no change", async () => {
  const texts = { "pay.txt": PAY };
  const then = answer(texts, ["pay.txt"]);
  const replayed = await replay(then, then, texts);

  expect(replayed).toMatchObject({ changed: false, added: [], notes: [] });
  expect(replayed.quotes.map(({ fate }) => fate)).toEqual(["shown"]);
  expect(replayed.figures).toEqual({ gone: [], added: [] });
});

test("a corrected figure is a reworded quote, with both figures", async () => {
  const now = answer({ "pay.txt": LATER }, ["pay.txt"]);
  const replayed = await replay(answer({ "pay.txt": PAY }, ["pay.txt"]), now, { "pay.txt": LATER });

  expect(replayed.changed).toBe(true);
  expect(replayed.quotes).toMatchObject([
    { fate: "reworded", changes: [{ kind: "number", source: "700", draft: "900" }] },
  ]);
  expect(replayed.figures).toEqual({ gone: ["900 crowns"], added: ["700 crowns"] });
  expect(reportReplay(replayed, false)).toMatch(/\[-900-\].*\{\+700\+\}|\{\+700\+\}.*\[-900-\]/);
});

test("a quote whose article is gone is gone; new evidence is told", async () => {
  const today = { "strike.txt": STRIKE };
  const replayed = await replay(
    answer({ "pay.txt": PAY }, ["pay.txt"]),
    answer(today, ["strike.txt"]),
    today,
  );

  expect(replayed.quotes).toMatchObject([{ fate: "gone", articleThere: false }]);
  expect(replayed.added.map(({ text }) => text)).toEqual([STRIKE.trim()]);
  const report = reportReplay(replayed, false);
  expect(report).toContain("Gone from the articles, and pay.txt is not in the folder");
  expect(report).toContain("New, from an article that was not quoted");
});

test("a quote that stands and is not shown any more is told as that", async () => {
  const today = { "pay.txt": PAY, "strike.txt": STRIKE };
  const replayed = await replay(
    answer(today, ["pay.txt", "strike.txt"]),
    answer(today, ["strike.txt"]),
    today,
  );

  expect(replayed.changed).toBe(true);
  expect(replayed.quotes.map(({ fate }) => fate)).toEqual(["stands", "shown"]);
});

test("an abstention that became an answer is a change, one that stayed is none", async () => {
  const today = { "pay.txt": PAY };
  const silent = answer(today, []);

  expect((await replay(silent, answer(today, ["pay.txt"]), today)).changed).toBe(true);
  expect((await replay(silent, silent, today)).changed).toBe(false);
});

test("another writer, another embedder and another corpus are noted and change nothing", async () => {
  const today = { "pay.txt": PAY };
  const then = answer(today, ["pay.txt"]);
  const now = {
    ...then,
    writer: { ...then.writer, name: "ollama:small" },
    embedder: { ...then.embedder, digest: "d2" },
    corpus: { articles: 3, sha256: "c1".repeat(32) },
  };
  const replayed = await replay(then, now, today);

  expect(replayed.changed).toBe(false);
  expect(replayed.notes).toHaveLength(3);
});

test("nothing of a document or an article acts on the terminal", async () => {
  const words = `The \u001b[2Jboard ${PAY.trim()}`;
  const then = answer({ "pay.txt": `${words}\n` }, ["pay.txt"]);
  const replayed = await replay(then, answer({}, []), {});

  expect(reportReplay(replayed, false)).toContain("<U+001B>");
  expect(reportReplay(replayed, false)).not.toContain("\u001b");
});
