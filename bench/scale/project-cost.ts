// A measured index → what one of ten and a hundred million articles would take: bytes by table, requests, hours to embed, each in proportion.
// npx tsx bench/scale/project-cost.ts --archive DIR [--passages 7] [--gets 80]   (an archive of bench/scale/make-archive.ts, tidied by one `pullquote index`)

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import type { KeptState } from "../../src/adapters/lancedb/state-file.ts";
import { inventArticle } from "./invent-news.ts";

const { values } = parseArgs({
  options: {
    archive: { type: "string" },
    /** Passages of an article of news: those of bench/scale/invent-news.ts are short and have three. */
    passages: { type: "string", default: "7" },
    /** Requests of a question, as bench/object-store.ts counts them. */
    gets: { type: "string", default: "80" },
  },
});
if (values.archive === undefined) {
  throw new Error(
    "Usage: npx tsx bench/scale/project-cost.ts --archive DIR [--passages 7] [--gets 80]",
  );
}
/** List prices of a large store: a gigabyte and month, and a thousand reads. */
const DOLLARS = { gigabyteMonth: 0.023, thousandReads: 0.0004 };
const GIGABYTE = 1e9;
const TEXTS = 200;

const { tables } = JSON.parse(
  readFileSync(join(values.archive, "index", "state.json"), "utf8"),
) as KeptState;
if (tables === undefined) throw new Error("No run was finished: pullquote index");

const sumFiles = (pattern: RegExp): number =>
  Object.entries(tables.files).reduce(
    (sum, [name, bytes]) => sum + (pattern.test(name) ? bytes : 0),
    0,
  );

/** Passages of 128 tokens that are embedded in a second. */
async function measureEmbedding(): Promise<number> {
  const model = openTokenModel();
  const embedder = createBuiltinEmbedder(model);
  const texts = Array.from({ length: TEXTS }, (_, at) => inventArticle(at).file.slice(200, 760));
  await embedder.embedPassages(texts.slice(0, 1));
  const began = performance.now();
  await embedder.embedPassages(texts);
  const rate = (TEXTS * 1000) / (performance.now() - began);
  await model.close();
  return rate;
}

const perPassage = {
  rows: sumFiles(/^passages\.lance\/data/) / tables.passages.rows,
  found: sumFiles(/^passages\.lance\/_indices/) / tables.passages.rows,
};
const perArticle = sumFiles(/^(?:articles|traces)\.lance/) / tables.articles.rows;
const listed = sumFiles(/^/) / Object.keys(tables.files).length;
const rate = await measureEmbedding();
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const amount = (bytes: number): string =>
  `${Number((bytes / GIGABYTE).toPrecision(3)).toLocaleString("en")} GB`;

print(
  `${perPassage.rows.toFixed(0)} bytes a passage, ${perPassage.found.toFixed(0)} more in its indexes, ${perArticle.toFixed(0)} bytes an article; ${rate.toFixed(0)} passages embedded in a second; files of ${(listed / 1e6).toFixed(1)} MB\n`,
);
print(
  "| Articles | Passages | Tables | Their indexes | A month's storage | 10,000 questions | Embedding, one machine | 64 shards |",
);
print("|---|---|---|---|---|---|---|---|");
for (const articles of [1e6, 1e7, 1e8]) {
  const passages = articles * Number(values.passages);
  const rows = passages * perPassage.rows + articles * perArticle;
  const found = passages * perPassage.found;
  const month = ((rows + found) / GIGABYTE) * DOLLARS.gigabyteMonth;
  const reads = 10 * Number(values.gets) * DOLLARS.thousandReads;
  const hours = passages / rate / 3600;
  print(
    `| ${articles.toLocaleString("en")} | ${passages.toLocaleString("en")} | ${amount(rows)} | ${amount(found)} | ${month.toFixed(0)} $ | ${reads.toFixed(2)} $ | ${hours.toFixed(0)} h | ${(hours / 64).toFixed(1)} h |`,
  );
}
