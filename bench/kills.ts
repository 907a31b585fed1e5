// `kill -9` at random moments of an index run or a removal, then a normal run: articles lost, doubled, failed opens, bytes left.
// npx tsx bench/kills.ts [--trials 50] [--articles 60]

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import type { Embedder } from "../src/core/ports/embedder.ts";
import { forgetArticles } from "../src/corpus/forget-articles.ts";
import { ingestCorpus } from "../src/corpus/ingest/ingest-corpus.ts";
import { readRecords } from "../test/contracts/read-records.ts";
import { searchDense, searchWords } from "../test/contracts/search-legs.ts";

const { values } = parseArgs({
  options: {
    trials: { type: "string", default: "50" },
    articles: { type: "string", default: "60" },
    corpus: { type: "string" },
    index: { type: "string" },
    forget: { type: "string" },
  },
});
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Quick, so that the kills fall on writing as often as on embedding. */
const embedder: Embedder = {
  identity: {
    name: "marks",
    model: "marks",
    digest: "",
    dimensions: 64,
    pooling: "",
    maxTokens: 1e6,
  },
  embedPassages: async (texts) => {
    await sleep(1);
    return texts.map(markText);
  },
  embedQuestion: async (text) => markText(text),
  close: async () => undefined,
};

function markText(text: string): Float32Array {
  const vector = new Float32Array(64);
  for (const letter of text)
    vector[letter.charCodeAt(0) % 64] = (vector[letter.charCodeAt(0) % 64] ?? 0) + 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

async function indexOnce(corpus: string, index: string): Promise<void> {
  const store = openLanceStore(index);
  for await (const event of ingestCorpus({ source: openCorpusFolder(corpus), embedder, store })) {
    if (event.kind === "scanned") print("scanned");
  }
  await store.close();
}

async function forgetOnce(index: string, id: string): Promise<void> {
  const store = openLanceStore(index);
  print("begins");
  await forgetArticles(store, [id]);
  await store.close();
}

const digest = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex");
/** Stands in an article's title and each of its paragraphs, and nowhere else; no packing joins its letters. */
const makeMark = (name: string, edition: number): string =>
  digest(`${name} ${edition}`)
    .slice(0, 24)
    .replaceAll(/\d/g, (digit) => "qzxwvkjyhm"[Number(digit)] ?? "");

function writeArticle(corpus: string, name: string, edition: number): void {
  const mark = makeMark(name, edition);
  const sentence = (count: number): string =>
    `In edition ${edition} the clerk of ${name} counted ${count} boats of ${mark} and wrote it down. `;
  const paragraphs = Array.from({ length: 12 }, (_, at) => sentence(at).repeat(4).trim());
  writeFileSync(
    join(corpus, name),
    `---\ntitle: Boats of ${mark}\n---\n\n${paragraphs.join("\n\n")}\n`,
  );
}

/** Adds, changes, deletes and moves some articles, so that each trial has every kind of work. */
function changeCorpus(corpus: string, trial: number, count: number): void {
  for (let at = 0; at < count; at += 1) {
    if ((at + trial) % 3 === 0) writeArticle(corpus, `a${at}.txt`, trial);
  }
  const names = readdirSync(corpus);
  rmSync(join(corpus, names[trial % names.length] ?? ""));
  const moved = names[(trial + 7) % names.length] ?? "";
  if (readdirSync(corpus).includes(moved))
    renameSync(join(corpus, moved), join(corpus, `m${trial}.txt`));
}

/** @returns whether the run was killed before its end. */
function killAfter(args: readonly string[], milliseconds: number): Promise<boolean> {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let timer: NodeJS.Timeout | undefined;
  child.stdout.once("data", () => {
    timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  return new Promise((resolve) => {
    child.once("exit", (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

interface Faults {
  lost: number;
  doubled: number;
  failedOpens: number;
  bytesLeft: number;
}

/** Whether a word stands in any file of the index. */
function holds(index: string, word: string): boolean {
  return readdirSync(index, { recursive: true, encoding: "utf8" }).some((name) => {
    const path = join(index, name);
    return statSync(path).isFile() && readFileSync(path).includes(word);
  });
}

const isOut = (corpus: string, name: string, out: ReadonlySet<string>): boolean =>
  out.has(digest(readFileSync(join(corpus, name))));

/** Of what is indexed the mark must stand in some file, of what was removed in none. */
function lookForMarks(
  corpus: string,
  index: string,
  files: readonly string[],
  faults: Faults,
): void {
  for (const name of readdirSync(corpus)) {
    const isGone = !files.includes(name);
    const mark = /title: Boats of (\w+)/.exec(readFileSync(join(corpus, name), "utf8"))?.[1];
    if (holds(index, mark ?? "") !== isGone) continue;
    faults[isGone ? "bytesLeft" : "lost"] += 1;
  }
}

async function inspect(corpus: string, index: string, faults: Faults): Promise<void> {
  const store = openLanceStore(index);
  const records = await readRecords(store);
  const out = new Set((await store.tombstones()).map(({ sha256 }) => sha256));
  const files = readdirSync(corpus).filter((name) => !isOut(corpus, name, out));
  lookForMarks(corpus, index, files, faults);
  const ids = records.map(({ id }) => id).sort();
  faults.lost += files.filter((file) => !ids.includes(file)).length;
  faults.doubled += ids.length - new Set(ids).size + ids.filter((id) => !files.includes(id)).length;
  for (const { id, passages, sha256 } of records) {
    const stored = await store.passagesOf(id);
    if (stored.length < passages) faults.lost += 1;
    if (stored.length > passages) faults.doubled += 1;
    if (stored.some(({ articleSha256 }) => articleSha256 !== sha256)) faults.lost += 1;
  }
  await store.close();
}

async function countFailedOpen(index: string): Promise<number> {
  const store = openLanceStore(index);
  try {
    if ((await store.state()) === undefined) return 0;
    await readRecords(store);
    await searchWords(store, "clerk boats", 10);
    await searchDense(store, markText("boats"), 10);
    return 0;
  } catch (error) {
    print(`failed open: ${String(error)} ${String((error as Error).cause)}`);
    return 1;
  } finally {
    await store.close();
  }
}

async function hasArticle(index: string, id: string): Promise<boolean> {
  const store = openLanceStore(index);
  const found = (await store.state()) === undefined ? [] : await store.recordsOf([id]);
  await store.close();
  return found.length > 0;
}

async function tryKills(trials: number, count: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "pullquote-kills-"));
  const corpus = join(place, "corpus");
  const index = join(place, "index");
  mkdirSync(corpus);
  for (let at = 0; at < count; at += 1) writeArticle(corpus, `a${at}.txt`, 0);
  const faults: Faults = { lost: 0, doubled: 0, failedOpens: 0, bytesLeft: 0 };
  let killed = 0;
  try {
    for (let trial = 1; trial <= trials; trial += 1) {
      const names = readdirSync(corpus);
      const id = names[(trial * 5) % names.length] ?? "";
      const removes = trial % 2 === 0 && (await hasArticle(index, id));
      const what = removes ? ["--forget", id] : ["--corpus", corpus];
      const kill = [...what, "--index", index] as const;
      if (await killAfter(kill, Math.random() * (removes ? 1500 : 600))) killed += 1;
      faults.failedOpens += await countFailedOpen(index);
      await indexOnce(corpus, index);
      await inspect(corpus, index, faults);
      changeCorpus(corpus, trial, count);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  print(
    `${trials} trials, ${killed} killed before the end: ${faults.lost} articles lost, ${faults.doubled} doubled, ${faults.failedOpens} failed opens, ${faults.bytesLeft} removed with bytes left (reach 0, 0, 0, 0)`,
  );
}

if (values.forget !== undefined && values.index !== undefined) {
  await forgetOnce(values.index, values.forget);
} else if (values.corpus !== undefined && values.index !== undefined) {
  await indexOnce(values.corpus, values.index);
} else {
  await tryKills(Number(values.trials), Number(values.articles));
}
