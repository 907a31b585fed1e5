// Articles and questions → what the built-in writer quotes, and how often that is the answer.
// npx tsx bench/answers.ts --data DIR [--questions FILE.jsonl] [--ask QUESTION]... [--misses]

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { createExtractiveWriter } from "../src/answer/extractive/extractive-writer.ts";
import type { DraftPart, DraftQuote } from "../src/core/draft.ts";
import type { EvaluationQuestion } from "../src/core/evaluation.ts";
import type { Evidence } from "../src/core/evidence.ts";
import type { Span } from "../src/core/span.ts";
import { ingestCorpus } from "../src/corpus/ingest/ingest-corpus.ts";
import { readArticles } from "../src/corpus/read-articles.ts";
import { listContentStems } from "../src/english/stems.ts";
import { locateEvidence } from "../src/evaluate/locate-evidence.ts";
import { parseQuestions } from "../src/evaluate/parse-questions.ts";
import { readQuestion } from "../src/question/read-question.ts";
import { filterBySpeaker } from "../src/search/filter-by-speaker.ts";
import { findPassages } from "../src/search/find-passages.ts";
import { MIN_CONFIDENCE } from "../src/search/mixture.ts";
import { readEvidence } from "../src/search/read-evidence.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    questions: { type: "string" },
    ask: { type: "string", multiple: true, default: [] },
    misses: { type: "boolean", default: false },
  },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/answers.ts --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const model = openTokenModel();
const reader = createPassageReader(model);
const embedder = createBuiltinEmbedder(model);
const writer = createExtractiveWriter(MIN_CONFIDENCE);
const source = openCorpusFolder(values.data);
const folder = await mkdtemp(join(tmpdir(), "pullquote-bench-"));
const store = openLanceStore(folder);

interface Asked {
  readonly evidence: Evidence;
  readonly parts: readonly DraftPart[];
  readonly quotes: readonly DraftQuote[];
}

const ask = async (text: string): Promise<Asked> => {
  const question = readQuestion(text);
  const filter = filterBySpeaker(question, source);
  const found = await findPassages(question, { embedder, store }, undefined, { filter });
  const evidence = await readEvidence(found, { reader, store });
  const parts: DraftPart[] = [];
  for await (const part of writer.draft(evidence)) parts.push(part);
  const quotes = parts.flatMap((part) => (part.kind === "claim" ? part.quotes : []));
  return { evidence, parts, quotes };
};

type Place = Span & { readonly articleId: string };
const overlaps = (one: Place, other: Place): boolean =>
  one.articleId === other.articleId && one.start < other.end && other.start < one.end;

const shareOfWords = (question: string, sentence: string): number => {
  const asked = [...new Set(listContentStems(question))];
  const held = new Set(listContentStems(sentence));
  return asked.filter((stem) => held.has(stem)).length / Math.max(1, asked.length);
};

const show = (question: string, { parts }: Asked): void => {
  print(`\n## ${question}`);
  for (const part of parts) {
    if (part.kind === "claim") {
      print(`  ${part.text}`);
      for (const { articleId, text } of part.quotes) print(`    “${text}” (${articleId})`);
    } else if (part.kind === "abstention") {
      print(`  ABSTAINED ${part.reason}: ${part.detail}`);
      for (const { articleId, text } of part.closest) print(`    ~ ${text} (${articleId})`);
    }
  }
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
const mean = (numbers: readonly number[]): string =>
  (numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length)).toFixed(3);

interface Measured {
  readonly overlap: number;
  readonly reciprocal: number;
  readonly inEvidence: boolean;
  readonly refused: boolean;
  readonly quoted: boolean;
  readonly quotes: number;
}

const measureAnswerable = async (
  question: EvaluationQuestion,
  sources: Parameters<typeof locateEvidence>[1],
): Promise<Measured> => {
  const { evidence: located, missing } = locateEvidence(question, sources);
  if (missing.length > 0) print(`line ${question.line}: evidence missing (${missing[0]?.reason})`);
  const gold = located.flatMap(({ span, articleId, text }) =>
    span ? [{ ...span, articleId, text }] : [],
  );
  const asked = await ask(question.question);
  const ranked = asked.evidence.sentences;
  const isGold = (place: Place): boolean => gold.some((wanted) => overlaps(wanted, place));
  const place = ranked.findIndex(isGold);
  const quoted = asked.quotes.some(isGold);
  if (values.misses && !quoted) {
    print(`\n!! line ${question.line}: gold sentence at rank ${place + 1}`);
    show(question.question, asked);
  }
  return {
    overlap: Math.max(...gold.map(({ text }) => shareOfWords(question.question, text))),
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
    inEvidence: place >= 0,
    refused: asked.quotes.length === 0,
    quoted,
    quotes: asked.quotes.length,
  };
};

const measureQuestions = async (file: string): Promise<void> => {
  const { questions, faults } = parseQuestions(await readFile(file, "utf8"));
  for (const { line, fault } of faults) print(`line ${line}: ${fault}`);
  const named = questions.flatMap(({ evidence }) => evidence.map(({ article }) => article));
  const sources = await readArticles(source, named);
  const answered: Measured[] = [];
  const refusals: boolean[] = [];
  for (const question of questions) {
    if (!question.unanswerable) answered.push(await measureAnswerable(question, sources));
    else {
      const asked = await ask(question.question);
      refusals.push(asked.quotes.length === 0);
      if (values.misses && asked.quotes.length > 0) show(question.question, asked);
    }
  }
  const of = (test: (one: Measured) => boolean): string => `${answered.filter(test).length}`;
  print(`\n${answered.length} answerable, ${refusals.length} unanswerable questions`);
  print(
    `word overlap with the gold sentence: mean ${mean(answered.map(({ overlap }) => overlap))}`,
  );
  print(`  none at all: ${of(({ overlap }) => overlap === 0)}`);
  print(`sentence MRR ${mean(answered.map(({ reciprocal }) => reciprocal))}`);
  print(
    `  Hits@1 ${of((one) => one.reciprocal === 1)} · Hits@3 ${of((one) => one.reciprocal > 0.3)}`,
  );
  print(`  gold sentence in the evidence: ${of(({ inEvidence }) => inEvidence)}`);
  print(`gold sentence quoted: ${of(({ quoted }) => quoted)}`);
  print(`wrong refusals: ${of(({ refused }) => refused)}`);
  print(`right refusals: ${refusals.filter(Boolean).length}`);
  const counts = answered.filter(({ refused }) => !refused).map(({ quotes }) => quotes);
  print(`quotes an answer: median ${median(counts)} · mean ${mean(counts)}`);
};

for await (const event of ingestCorpus({ source, store, embedder })) {
  if (event.kind === "done")
    print(`${event.summary.articles} articles, ${event.summary.passages} passages`);
}
if (values.questions !== undefined) await measureQuestions(values.questions);
for (const question of values.ask) show(question, await ask(question));
await store.close();
await Promise.all([model.close(), reader.close()]);
await rm(folder, { recursive: true, force: true });
