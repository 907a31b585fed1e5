// A corpus of its own for each test → parts made of it, adopted, or altered and refused.

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Table } from "@lancedb/lancedb";
import { afterEach, beforeEach, expect } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceShard } from "../../../src/adapters/lancedb/lance-shard.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { IngestEvent, IngestSummary } from "../../../src/core/ingest-event.ts";
import { type AdoptOptions, adoptShards } from "../../../src/corpus/ingest/adopt-shards.ts";
import { type IngestOptions, ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { listRowDigests } from "../../fixtures/row-digests.ts";

export let root: string;
export let corpus: string;
/** A corpus of forty stories for each test. */
export function prepareCorpus(): void {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "pullquote-shards-"));
    corpus = await mkdtemp(join(root, "corpus-"));
    for (let at = 0; at < 40; at += 1) await writeStory(at);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
}

export const writeStory = (at: number, more = ""): Promise<void> =>
  writeFile(
    join(corpus, `story-${at}.md`),
    `---\ntitle: Bridge ${at} gets a new deck\npublisher: Hill Gazette\npublished: 2021-03-${String((at % 27) + 1).padStart(2, "0")}\n---\n\nThe council of district ${at} said on Monday that the bridge will close for ${at + 3} weeks. Drivers must take the road by the mill.\n\nEngineer Ann Holt found rust in ${at} cables last autumn.${more}\n`,
  );

/** @param stopAt throws after so many articles */
const last = async (
  events: AsyncIterable<IngestEvent>,
  stopAt = Infinity,
): Promise<IngestSummary> => {
  let summary: IngestSummary | undefined;
  for await (const event of events) {
    if (event.kind === "done") summary = event.summary;
    if (event.kind === "progress" && event.doneArticles >= stopAt) throw new Error("stopped");
  }
  if (summary === undefined) throw new Error("no summary");
  return summary;
};

export async function index(
  place: string,
  options: IngestOptions = {},
  embedder = openLetterEmbedder(),
): Promise<IngestSummary> {
  const store = openLanceStore(place);
  try {
    return await last(ingestCorpus({ source: openCorpusFolder(corpus), embedder, store }, options));
  } finally {
    await store.close();
  }
}

export async function adopt(
  place: string,
  shards: readonly string[],
  options: AdoptOptions = {},
  stopAt?: number,
): Promise<IngestSummary> {
  const store = openLanceStore(place);
  const opened = shards.map((name) => openLanceShard(name));
  const source = openCorpusFolder(corpus);
  const ports = { source, embedder: openLetterEmbedder(), store, shards: opened };
  try {
    return await last(adoptShards(ports, options), stopAt);
  } finally {
    await Promise.all([...opened, store].map((one) => one.close()));
  }
}

export const nameShard = (part: number): string => join(root, `shard-${part}`);

export async function makeShards(of: number): Promise<string[]> {
  const names = Array.from({ length: of }, (_, at) => nameShard(at + 1));
  for (const [at, name] of names.entries()) await index(name, { part: { part: at + 1, of } });
  return names;
}

export const target = (): string => join(root, "index");

export async function expectRefused(shards: readonly string[], why: RegExp): Promise<void> {
  const before = await listRowDigests(target()).catch(() => "none");
  await expect(adopt(target(), shards, { partial: true })).rejects.toMatchObject({
    code: "bad-shard",
    message: expect.stringMatching(why),
  });
  expect(await listRowDigests(target()).catch(() => "none")).toEqual(before);
}

export async function editState(shard: string, edit: (state: Record<string, unknown>) => void) {
  const path = join(shard, "state.json");
  const state = JSON.parse(await readFile(path, "utf8"));
  edit(state);
  await writeFile(path, JSON.stringify(state));
}

/** The shard's tables, as anybody could change them; what state.json says of them is taken out. */
export async function openRows(shard: string): Promise<Record<"passages" | "articles", Table>> {
  await editState(shard, (state) => {
    delete state["tables"];
    delete state["counts"];
  });
  const folder = (await readdir(shard)).find((name) => name.startsWith("tables-")) ?? "";
  const connection = await connect(join(shard, folder));
  return {
    passages: await connection.openTable("passages"),
    articles: await connection.openTable("articles"),
  };
}
