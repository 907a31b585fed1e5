// Warm retrieval, reading included, and a cold question over real articles: p50 and p95 by corpus size, index bytes a passage.
// npx tsx bench/latency.ts --data DIR [--articles 900,6000] [--index DIR] [--questions 60]
// DIR holds articles.jsonl.gz. With --index, indexes are kept there and used again.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { ingestCorpus } from "../src/corpus/ingest/ingest-corpus.ts";
import { readQuestion } from "../src/question/read-question.ts";
import { findPassages } from "../src/search/find-passages.ts";
import { readEvidence } from "../src/search/read-evidence.ts";
import { readRecords } from "../test/contracts/read-records.ts";
import { type NewsArticle, readNews, writeNews } from "./sets/news-articles.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string", default: "900,6000" },
    index: { type: "string" },
    questions: { type: "string", default: "60" },
    ask: { type: "string" },
  },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/latency.ts --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const work = values.index ?? mkdtempSync(join(tmpdir(), "pullquote-latency-"));

const measureFolder = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const pick = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);

/** A headline asks for an article's subject in words that searches meet. */
const listQuestions = (articles: readonly NewsArticle[], count: number): string[] =>
  Array.from(
    { length: count },
    (_, place) => articles[Math.floor((place * articles.length) / count)]?.title ?? "",
  ).map((title) => `What do the articles say about ${title}?`);

/** One question in a process of its own: everything is loaded anew. */
function timeColdQuestion(index: string, corpus: string): number {
  const begun = performance.now();
  const script = fileURLToPath(import.meta.url);
  const own = [
    "--import",
    "tsx",
    script,
    "--data",
    corpus,
    "--index",
    index,
    "--ask",
    "Who resigned?",
  ];
  const run = spawnSync(process.execPath, own, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return performance.now() - begun;
}

async function askOnce(index: string, question: string): Promise<void> {
  const { openAssistant } = await import("../src/assistant/assistant.ts");
  const assistant = await openAssistant({ corpus: values.data ?? "", index });
  await assistant.ask(question);
  await assistant.close();
}

async function measureSize(articles: readonly NewsArticle[], count: number): Promise<void> {
  const corpus = join(work, `corpus-${articles.length}`);
  const index = join(work, `index-${articles.length}`);
  writeNews(corpus, articles);
  const model = openTokenModel();
  const embedder = createBuiltinEmbedder(model);
  const reader = createPassageReader(model);
  const store = openLanceStore(index);
  const source = openCorpusFolder(corpus);
  for await (const event of ingestCorpus({ source, embedder, store })) {
    if (event.kind === "progress" && event.doneArticles % 500 === 0) {
      process.stderr.write(`${event.doneArticles} of ${event.totalArticles} articles\n`);
    }
  }
  const passages = (await readRecords(store)).reduce((sum, record) => sum + record.passages, 0);
  const times: number[] = [];
  for (const [place, text] of listQuestions(articles, count + 5).entries()) {
    const begun = performance.now();
    const found = await findPassages(readQuestion(text), { embedder, store });
    await readEvidence(found, { reader, store });
    // The first questions warm what a conversation has warm.
    if (place >= 5) times.push(performance.now() - begun);
  }
  await store.close();
  await Promise.all([model.close(), reader.close()]);
  times.sort((one, other) => one - other);
  const cold = [0, 1, 2]
    .map(() => timeColdQuestion(index, corpus))
    .sort((one, other) => one - other);
  const bytes = measureFolder(index) / passages / 1024;
  print(
    `${articles.length} articles, ${passages} passages, ${bytes.toFixed(1)} KB a passage on disk`,
  );
  print(
    `  warm retrieval of ${times.length} questions: p50 ${pick(times, 0.5)} ms · p95 ${pick(times, 0.95)} ms`,
  );
  print(`  cold question, process start to end: median of 3 ${pick(cold, 0.5)} ms`);
}

if (values.ask !== undefined && values.index !== undefined) {
  await askOnce(values.index, values.ask);
} else {
  const news = readNews(values.data);
  for (const size of values.articles.split(",").map(Number)) {
    await measureSize(news.slice(0, size), Number(values.questions));
  }
  if (values.index === undefined) rmSync(work, { recursive: true, force: true });
}
