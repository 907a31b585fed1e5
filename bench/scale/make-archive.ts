// A number of articles → an archive of that size: a folder of invented news, and its index with invented vectors.
// npx tsx bench/scale/make-archive.ts --articles 100000 --out DIR [--no-files]   (DIR/corpus and DIR/index are made)

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import { toRecordRow } from "../../src/adapters/lancedb/article-rows.ts";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { listPassageRows } from "../../src/adapters/lancedb/passage-rows.ts";
import { closeTables, type IndexTables, openTables } from "../../src/adapters/lancedb/tables.ts";
import { addTraces } from "../../src/adapters/lancedb/trace-table.ts";
import type { ArticleMetadata } from "../../src/core/article.ts";
import { SCHEMA_VERSION } from "../../src/core/index-state.ts";
import type { Reliance } from "../../src/core/lineage.ts";
import type { Passage } from "../../src/core/passage.ts";
import type { ArticleEntry } from "../../src/core/ports/passage-store.ts";
import type { Span } from "../../src/core/span.ts";
import { fingerprintTexts } from "../../src/corpus/copies/fingerprint-texts.ts";
import { countWords } from "../../src/text/words.ts";
import { type InventedArticle, inventArticle } from "./invent-news.ts";
import { inventVectors } from "./invent-vectors.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000" },
    out: { type: "string" },
    "no-files": { type: "boolean", default: false },
  },
});
if (values.out === undefined) {
  throw new Error("Usage: npx tsx bench/scale/make-archive.ts --articles N --out DIR [--no-files]");
}
const folder = resolve(values.out);
const corpus = join(folder, "corpus");
const count = Number(values.articles);
/** This many take 400 MB. */
const ARTICLES_AT_ONCE = 6000;
/** The program's own passages have at most 128 tokens; of these sentences that is about so many letters. */
const PASSAGE_LETTERS = 560;
const DAY_MS = 86_400_000;

/** The file's state is that of the disk where it was written, or made up. */
function placeFile(
  { id, file }: InventedArticle,
  number: number,
): { size: number; modified: number } {
  const size = Buffer.byteLength(file);
  if (values["no-files"]) return { size, modified: 1.6e12 + number * DAY_MS };
  const path = join(corpus, id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
  const { mtimeMs, ctimeMs } = statSync(path);
  return { size, modified: Math.max(mtimeMs, ctimeMs) };
}

/** Every sentence of these texts ends before a space or a line end and begins with a capital or a quotation mark. */
function listSentences(text: string, from: number): Span[] {
  const spans: Span[] = [];
  for (const found of text.slice(from).matchAll(/\S[^\n]*?[.](?=\s)/g)) {
    spans.push({ start: from + found.index, end: from + found.index + found[0].length });
  }
  return spans;
}

function cutPassages(articleId: string, text: string, from: number): Passage[] {
  const runs: Span[][] = [];
  for (const sentence of listSentences(text, from)) {
    const last = runs.at(-1);
    const begins = last?.[0]?.start ?? 0;
    if (last === undefined || sentence.end - begins > PASSAGE_LETTERS) runs.push([sentence]);
    else last.push(sentence);
  }
  return runs.map((sentences, position) => {
    const start = sentences[0]?.start ?? 0;
    const end = sentences.at(-1)?.end ?? 0;
    const id = `${articleId}#${position}`;
    return { id, articleId, position, start, end, text: text.slice(start, end), sentences };
  });
}

function findReliance(text: string): Reliance[] {
  const found = /according to (The [A-Z][\w ]+?), which/.exec(text);
  if (found === null) return [];
  return [{ name: found[1] ?? "", start: found.index, end: found.index + found[0].length }];
}

function makeEntry(number: number): ArticleEntry {
  const article = inventArticle(number);
  const { id, file: text, topic, told } = article;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const declared = (key: string) => ({
    value: new RegExp(`^${key}: (.*)$`, "m").exec(text)?.[1] ?? "",
    origin: "front-matter" as const,
  });
  const metadata: ArticleMetadata = {
    title: declared("title"),
    author: declared("author"),
    publisher: declared("publisher"),
    published: declared("date"),
  };
  const passages = cutPassages(id, text, text.indexOf("\n---\n") + 5);
  const texts = passages.map((passage) => passage.text);
  return {
    record: {
      id,
      path: join(corpus, id),
      sha256,
      textSha256: sha256,
      ...placeFile(article, number),
      passages: passages.length,
      words: texts.reduce((sum, one) => sum + countWords(one), 0),
      metadata,
      lineage: { ...fingerprintTexts(texts), restsOn: findReliance(text) },
    },
    passages,
    vectors: passages.map(({ sentences }, at) => inventVectors(topic, told, at, sentences.length)),
  };
}

/** As the store adds articles that are all new, but with nothing looked up, counted and recorded between. */
async function addNew(tables: IndexTables, entries: readonly ArticleEntry[]): Promise<void> {
  const { makeArrowTable } = tables.library.lance;
  const passages = entries.flatMap(listPassageRows).map((row) => ({ ...row }));
  await tables.passages.add(makeArrowTable(passages, { schema: tables.passageSchema }));
  const records = entries.map(({ record }) => record);
  await addTraces(tables, records);
  const articles = records.map((record) => ({ ...toRecordRow(record) }));
  await tables.articles.add(makeArrowTable(articles, { schema: tables.articleSchema }));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(corpus, { recursive: true });
const index = join(folder, "index");
const store = openLanceStore(index);
const { identity } = createBuiltinEmbedder(openTokenModel());
await store.reset({ schemaVersion: SCHEMA_VERSION, embedder: identity, corpus });
const { generation } = JSON.parse(readFileSync(join(index, "state.json"), "utf8"));
const tables = await openTables({ uri: join(index, generation) }, identity.dimensions);
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0);
let passages = 0;
for (let first = 0; first < count; first += ARTICLES_AT_ONCE) {
  const last = Math.min(count, first + ARTICLES_AT_ONCE);
  const entries = Array.from({ length: last - first }, (_, at) => makeEntry(first + at));
  passages += entries.reduce((sum, entry) => sum + entry.passages.length, 0);
  // The last ones go in as everywhere: the store then records what there is.
  if (last < count) await addNew(tables, entries);
  else await store.put(entries);
  process.stderr.write(`\r${last} articles, ${passages} passages, ${seconds()} s`);
}
closeTables(tables);
process.stderr.write("\noptimizing");
await store.optimize();
await store.close();
process.stderr.write(`: ${seconds()} s\n`);
