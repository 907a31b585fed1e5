// Indexing real articles: whole time ÷ embedding time, peak memory by corpus size, unchanged re-index, disk.
// npx tsx bench/ingest.ts --data DIR [--articles 1000,6000]   (DIR holds articles.jsonl.gz)

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import type { IngestSummary } from "../src/core/ingest-event.ts";
import type { Embedder } from "../src/core/ports/embedder.ts";
import { ingestCorpus } from "../src/corpus/ingest/ingest-corpus.ts";
import { readNews, writeNews } from "./sets/news-articles.ts";

interface Measured {
  readonly articles: number;
  readonly passages: number;
  readonly seconds: number;
  readonly embeddingSeconds: number;
  readonly peakMegabytes: number;
}

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string", default: "1000,6000" },
    corpus: { type: "string" },
    index: { type: "string" },
  },
});
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** One indexing run, measured in a process of its own. */
async function runOnce(corpus: string, index: string): Promise<Measured> {
  let embeddingSeconds = 0;
  const inner = createBuiltinEmbedder(openTokenModel());
  const embedder: Embedder = {
    identity: inner.identity,
    embedPassages: (texts, signal) => inner.embedPassages(texts, signal),
    async embedSentences(texts, signal) {
      const began = performance.now();
      const vectors = await inner.embedSentences(texts, signal);
      embeddingSeconds += (performance.now() - began) / 1000;
      return vectors;
    },
    embedQuestion: (text, signal) => inner.embedQuestion(text, signal),
    close: () => inner.close(),
  };
  const store = openLanceStore(index);
  let summary: IngestSummary | undefined;
  const began = performance.now();
  for await (const event of ingestCorpus({ source: openCorpusFolder(corpus), embedder, store })) {
    if (event.kind === "done") summary = event.summary;
  }
  const seconds = (performance.now() - began) / 1000;
  await store.close();
  return {
    articles: summary?.articles ?? 0,
    passages: summary?.passages ?? 0,
    seconds,
    embeddingSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function spawnRun(corpus: string, index: string): Measured {
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(
    process.execPath,
    ["--import", "tsx", script, "--corpus", corpus, "--index", index],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (child.status !== 0) throw new Error(`the run ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout) as Measured;
}

function measureFolder(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .reduce((bytes, entry) => bytes + (entry.isFile() ? entry.size : 0), 0);
}

function compareSizes(data: string): void {
  const news = readNews(data);
  const place = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
  const peaks: number[] = [];
  try {
    for (const count of values.articles.split(",").map(Number)) {
      const corpus = join(place, `corpus-${count}`);
      const index = join(place, `index-${count}`);
      writeNews(corpus, news.slice(0, count));
      const first = spawnRun(corpus, index);
      const again = spawnRun(corpus, index);
      peaks.push(first.peakMegabytes);
      print(`${count} articles, ${first.passages} passages`);
      print(
        `  whole ${first.seconds.toFixed(1)} s ÷ embedding ${first.embeddingSeconds.toFixed(1)} s = ${(first.seconds / first.embeddingSeconds).toFixed(3)} (reach ≤ 1.10)`,
      );
      print(`  peak memory ${first.peakMegabytes.toFixed(0)} MB (reach ≤ 700)`);
      print(
        `  unchanged re-index ${again.seconds.toFixed(2)} s, every file read (reach ≤ 2 at 6,000)`,
      );
      print(
        `  disk ${(measureFolder(index) / first.passages).toFixed(0)} bytes a passage, old versions included (reach ≤ 16384)`,
      );
    }
    const [small = 1, large = small] = peaks;
    print(`peak memory of the largest ÷ the first: ${(large / small).toFixed(2)} (reach ≤ 1.2)`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

if (values.corpus !== undefined && values.index !== undefined) {
  print(JSON.stringify(await runOnce(values.corpus, values.index)));
} else if (values.data !== undefined) {
  compareSizes(values.data);
} else {
  throw new Error("Usage: npx tsx bench/ingest.ts --data DIR [--articles 1000,6000]");
}
