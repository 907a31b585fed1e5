import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { PassageStore } from "../../../src/core/ports/passage-store.ts";
import { forgetArticles } from "../../../src/corpus/forget-articles.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { searchWords } from "../../contracts/search-legs.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";

const SCRIPT = fileURLToPath(new URL("./ingest-once.ts", import.meta.url));
const ARTICLES = 40;
let root: string;
let corpus: string;
let index: string;
let store: PassageStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-processes-"));
  corpus = join(root, "corpus");
  index = join(root, "index");
  store = openLanceStore(index);
  await mkdir(corpus);
  for (let count = 0; count < ARTICLES; count += 1) {
    const line = `Mill number ${count} ground ${count * 7} sacks of wheat that week, its owner wrote. `;
    await writeFile(join(corpus, `mill${count}.txt`), `${line.repeat(12)}\n`);
  }
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

function startRun(): ChildProcess {
  const args = ["--import", "tsx", SCRIPT, corpus, index];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

async function runHere(): Promise<void> {
  const source = openCorpusFolder(corpus);
  for await (const event of ingestCorpus({ source, embedder: openLetterEmbedder(), store })) {
    expect(event.kind).not.toBe("waiting");
  }
}

async function expectWhole(): Promise<void> {
  const records = await readRecords(store);
  expect(records.map(({ id }) => id).sort()).toEqual((await readdir(corpus)).sort());
  for (const { id, passages, sha256 } of records) {
    const stored = await store.passagesOf(id);
    expect(stored.map(({ position }) => position)).toEqual(
      Array.from({ length: passages }, (_, at) => at),
    );
    expect(stored.every((passage) => passage.articleSha256 === sha256)).toBe(true);
  }
  expect(await store.isTidy()).toBe(true);
}

describe("several processes on one index", () => {
  it("index one after the other, and double nothing", async () => {
    const runs = [startRun(), startRun()];
    const codes = await Promise.all(runs.map(async (run) => (await once(run, "exit"))[0]));
    expect(codes).toEqual([0, 0]);
    await expectWhole();
  });

  it.each([0, 60, 150, 300])(
    "complete what a run killed %i ms after its start left, without waiting for its lock",
    async (milliseconds) => {
      const run = startRun();
      // Before waiting: a quick machine may be done by then.
      const ended = once(run, "exit");
      await once(run.stdout as NonNullable<typeof run.stdout>, "data");
      await sleep(milliseconds);
      run.kill("SIGKILL");
      await ended;
      const opened = openLanceStore(index);
      if ((await opened.state()) !== undefined) await readRecords(opened);
      await opened.close();
      await runHere();
      await expectWhole();
    },
  );

  it("can read while another one replaces the index", async () => {
    await runHere();
    const reader = openLanceStore(index);
    expect(await searchWords(reader, "wheat")).toHaveLength(5);
    await store.reset((await store.state()) ?? expect.unreachable());
    await runHere();
    expect(await searchWords(reader, "wheat")).toHaveLength(5);
    await reader.close();
  });
});

describe("what is left on the disk", () => {
  it("is free of a killed write's files after the next run", async () => {
    await runHere();
    const tables = (await readdir(index)).find((name) => name.startsWith("tables-")) ?? "";
    const leftover = join(index, tables, "passages.lance", "data", ".tmp_left");
    await writeFile(leftover, "half a write");
    await mkdir(join(index, "tables-0123456789ab"));
    await writeFile(
      join(corpus, "new.txt"),
      "A new mill opened by the river in the spring of that year.\n",
    );
    await runHere();
    expect((await readdir(index)).filter((name) => name.startsWith("tables-"))).toEqual([tables]);
    await expect(readFile(leftover)).rejects.toThrow();
  });

  it("keeps no file that ever held a forgotten article's text", async () => {
    await writeFile(join(corpus, "secret.txt"), `${"The informant met us twice. ".repeat(9)}\n`);
    await runHere();
    const before = await listRowFiles();
    expect(before.length).toBeGreaterThan(0);
    await forgetArticles(store, ["secret.txt"]);
    // Rows and words are packed: that no file of before is left says it of all of them.
    const after = await listRowFiles();
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((file) => before.includes(file))).toEqual([]);
    expect(await searchWords(store, "informant")).toEqual([]);
    expect(await searchWords(store, "wheat", 100)).not.toEqual([]);
  });
});

/** The files that hold rows, and those of indexes. */
async function listRowFiles(): Promise<string[]> {
  const names = await readdir(index, { recursive: true });
  return names.filter((name) => /(?:data|_indices).*\.(?:lance|idx)$/.test(name));
}
