// Shards made elsewhere and an index → the index with their articles, each checked before the first is written.

import { type ArticleRecord, SCHEMA_VERSION } from "../../core/index-state.ts";
import type { IngestEvent } from "../../core/ingest-event.ts";
import type { ListedSource } from "../../core/ports/article-source.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Shard } from "../../core/ports/shard.ts";
import { identifyContent, isSameContent } from "../read/plan-changes.ts";
import { BatchWriter } from "./article-intake.ts";
import { checkShard, type KnownShard, readStates } from "./check-shards.ts";
import { lockIndex } from "./ingest-corpus.ts";
import { listSources } from "./list-sources.ts";
import { type IngestPorts, openIndex } from "./open-index.ts";
import { Tally } from "./tally.ts";

export interface AdoptOptions {
  /** Some of the parts may be missing. */
  readonly partial?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface AdoptPorts extends IngestPorts {
  readonly shards: readonly Shard[];
}

/**
 * Reads every shard twice: the first time nothing is written, so that a wrong one changes nothing. What the
 * index has already of the same content stays, and what was taken out of it stays out: adopting twice
 * changes nothing, and a run that was killed is done by the next. The last event is `done`.
 * @throws PullquoteError `bad-shard`, `embedder-mismatch`, `index-other-corpus`, and of the ports
 */
export async function* adoptShards(
  ports: AdoptPorts,
  options: AdoptOptions = {},
): AsyncGenerator<IngestEvent, void> {
  const { signal } = options;
  const shards = await readStates(ports.shards, ports.embedder, options.partial === true);
  const corpora = [await ports.store.state(), ...shards.map(({ state }) => state)];
  const { location } = ports.source;
  // A folder need not be walked to know what it is called.
  const listed = corpora.some((state) => (state?.corpus ?? location) !== location)
    ? (await listSources(ports.source, signal)).listed
    : [];
  const sizes = new Map(listed.map(({ id, size }) => [id, size]));
  let total = 0;
  for (const known of shards) {
    yield { kind: "checking", shard: known.shard.name };
    total += await checkShard(known, location, sizes, signal);
  }
  await openIndex(ports, listed);
  const lock = yield* lockIndex(ports.store, true, signal);
  if (lock.kind === "refused") throw lock.error;
  try {
    yield* writeShards(ports, { shards, listed, total }, signal);
  } finally {
    await lock.release();
  }
}

interface CheckedShards {
  readonly shards: readonly KnownShard[];
  /** Of the corpus, where its name tells too little. */
  readonly listed: readonly ListedSource[];
  /** Of articles. */
  readonly total: number;
}

async function* writeShards(
  ports: AdoptPorts,
  { shards, listed, total: totalArticles }: CheckedShards,
  signal: AbortSignal | undefined,
): AsyncGenerator<IngestEvent, void> {
  const { store, source, embedder } = ports;
  // Again, and under the lock: another run may have made or changed it since.
  const isNew = (await openIndex(ports, listed)) === undefined;
  if (isNew) {
    const { identity } = embedder;
    const state = { schemaVersion: SCHEMA_VERSION, embedder: identity, corpus: source.location };
    await store.reset(state);
  }
  const forgotten = new Set((await store.tombstones()).map(identifyContent));
  const tally = new Tally({ listed: [], skipped: [], otherKinds: [] });
  const writer = new BatchWriter(store);
  yield { kind: "scanned", files: totalArticles, toRead: totalArticles };
  let [doneArticles, donePassages] = [0, 0];
  try {
    for await (const { entry, known } of readAll(ports, shards, signal)) {
      const { id: articleId } = entry.record;
      if (isWanted(entry.record, known, forgotten, tally)) {
        await writer.add(entry);
        donePassages += entry.passages.length;
      }
      doneArticles += 1;
      yield { kind: "progress", doneArticles, totalArticles, donePassages, articleId };
    }
  } finally {
    await writer.finish();
  }
  if (writer.wrote || !(await store.isTidy())) {
    yield { kind: "optimizing" };
    await store.optimize();
    await noteReading(ports, shards, isNew);
  }
  yield { kind: "done", summary: await tally.summarize(store) };
}

/**
 * What was read here by the same rules is trusted by sizes and times, as after a run of our own; what
 * anybody else read is read again by the next run.
 */
async function noteReading(
  { store, source }: AdoptPorts,
  shards: readonly KnownShard[],
  isNew: boolean,
): Promise<void> {
  const readings = await Promise.all(shards.map(({ shard }) => shard.reading()));
  const isKnown = readings.every((reading) => reading === source.reading);
  if (isKnown && isNew) await store.noteLook(source.reading);
  if (!isKnown) await store.noteLook("by others");
}

/** Counts it, too. */
function isWanted(
  record: ArticleRecord,
  known: ArticleRecord | undefined,
  forgotten: ReadonlySet<string>,
  tally: Tally,
): boolean {
  const isSame = isSameContent(record, known);
  const isForgotten = !isSame && forgotten.has(identifyContent(record));
  if (isSame) tally.unchanged += 1;
  else if (isForgotten) tally.forgotten.push(record.id);
  else (known === undefined ? tally.added : tally.changed).push(record.id);
  return !isSame && !isForgotten;
}

/** Each article with what the index has of it already. */
async function* readAll(
  { store, source: { location } }: AdoptPorts,
  shards: readonly KnownShard[],
  signal: AbortSignal | undefined,
): AsyncGenerator<{ readonly entry: ArticleEntry; readonly known: ArticleRecord | undefined }> {
  for (const { shard, state } of shards) {
    for await (const entries of shard.entries(signal)) {
      const ids = entries.map(({ record }) => record.id);
      const own = new Map((await store.recordsOf(ids)).map((record) => [record.id, record]));
      for (const entry of entries) {
        const known = own.get(entry.record.id);
        yield { entry: moveEntry(entry, state.corpus, location), known };
      }
    }
  }
}

/** Where another machine had the corpus at another place, the file is to be found at ours. */
function moveEntry(entry: ArticleEntry, from: string, to: string): ArticleEntry {
  if (from === to) return entry;
  const { id, file = id } = entry.record;
  const record: ArticleRecord = { ...entry.record, path: `${to.replace(/\/$/, "")}/${file}` };
  return { ...entry, record };
}
