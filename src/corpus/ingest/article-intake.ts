// Files as they are read → articles embedded and given to the writer, records renewed, the gone removed.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";
import type { ArticleEntry, PassageStore } from "../../core/ports/passage-store.ts";
import {
  type ChangePlan,
  groupByFile,
  type IndexContent,
  isPassing,
  type JudgeContent,
  listDropped,
  makeJudge,
  type Verdict,
} from "../read/plan-changes.ts";
import { findVectors } from "./find-vectors.ts";
import type { IngestPorts } from "./open-index.ts";
import { prepareArticle } from "./prepare-article.ts";
import type { Tally } from "./tally.ts";

/** A listed file's id, and the articles in it. */
export interface ReadFile {
  readonly file: string;
  readonly results: readonly ReadResult[];
}

type ReadSource = Extract<ReadResult, { kind: "read" }>;

export class ArticleIntake {
  readonly #ports: IngestPorts;
  readonly #tally: Tally;
  readonly #signal: AbortSignal | undefined;
  readonly #judge: JudgeContent;
  readonly #writer: BatchWriter;
  readonly #indexed: ReadonlySet<string>;
  readonly #byFile: ReadonlyMap<string, readonly ArticleRecord[]>;
  /** Articles no longer listed, as long as no file has turned out to be them. */
  readonly #vanished: Map<string, ArticleRecord>;
  readonly #touched: ArticleRecord[] = [];
  readonly #gone: string[] = [];

  constructor(
    ports: IngestPorts,
    index: IndexContent,
    plan: ChangePlan,
    tally: Tally,
    signal: AbortSignal | undefined,
  ) {
    this.#ports = ports;
    this.#tally = tally;
    this.#signal = signal;
    this.#judge = makeJudge(index, plan.vanished);
    this.#writer = new BatchWriter(ports.store);
    this.#indexed = new Set(index.records.map(({ id }) => id));
    this.#byFile = groupByFile(index.records);
    this.#vanished = new Map(plan.vanished.map((record) => [record.id, record]));
  }

  /** Yields between the parts of a long article, the tally renewed. @returns what of the file is skipped. */
  async *take({ file, results }: ReadFile): AsyncGenerator<void, readonly SkippedSource[]> {
    const skipped: SkippedSource[] = [];
    for (const [at, result] of results.entries()) {
      if (at > 0) yield;
      const skip = yield* this.#takeArticle(result);
      if (skip !== undefined) skipped.push(skip);
    }
    for (const { id } of listDropped(file, results, this.#byFile.get(file) ?? [])) this.#remove(id);
    return skipped;
  }

  async *#takeArticle(result: ReadResult): AsyncGenerator<void, SkippedSource | undefined> {
    if (result.kind === "skipped") return this.#skip(result);
    const verdict = this.#judge(result);
    switch (verdict.kind) {
      case "unchanged":
        this.#tally.unchanged += 1;
        return undefined;
      case "touched": {
        const { path, size, modified } = result;
        this.#touched.push({ ...verdict.record, path, size, modified });
        this.#tally.unchanged += 1;
        return undefined;
      }
      case "forgotten":
        this.#tally.forgotten.push(result.id);
        if (this.#indexed.has(result.id)) this.#remove(result.id);
        return undefined;
      case "added":
      case "changed":
        return yield* this.#put(result, verdict);
    }
  }

  /** Writes what was taken so far. To be called however the run ends. */
  async keepFinished(): Promise<void> {
    await this.#writer.finish();
  }

  /** Renews records and removes what is gone. @returns whether anything was written in this run. */
  async settle(): Promise<boolean> {
    const { store } = this.#ports;
    this.#tally.removed.push(...this.#vanished.keys());
    this.#gone.push(...this.#vanished.keys());
    await store.refresh(this.#touched);
    await store.remove(this.#gone);
    return this.#writer.wrote || this.#touched.length > 0 || this.#gone.length > 0;
  }

  async *#put(
    source: ReadSource,
    verdict: Extract<Verdict, { kind: "added" | "changed" }>,
  ): AsyncGenerator<void, SkippedSource | undefined> {
    const prepared = prepareArticle(source);
    if (prepared.kind === "skipped") return this.#skip(prepared);
    const { record, passages } = prepared;
    const parts = findVectors(this.#ports, prepared, verdict.twin, this.#signal);
    let left = passages.length;
    let part = await parts.next();
    for (; part.done !== true; part = await parts.next()) {
      this.#tally.embeddedPassages += part.value;
      left -= part.value;
      if (left > 0) yield;
    }
    await this.#writer.add({ record, passages, vectors: part.value });
    this.#count(record.id, verdict);
    return undefined;
  }

  #count(id: string, { kind, twin }: Extract<Verdict, { kind: "added" | "changed" }>): void {
    if (kind === "changed") {
      this.#tally.changed.push(id);
    } else if (twin !== undefined && this.#vanished.delete(twin.id)) {
      this.#tally.moved.push({ from: twin.id, to: id });
      this.#gone.push(twin.id);
    } else {
      this.#tally.added.push(id);
    }
  }

  #skip(result: Extract<ReadResult, { kind: "skipped" }>): SkippedSource {
    const { id, reason, detail } = result;
    const skipped = { id, reason, detail };
    this.#tally.skipped.push(skipped);
    if (this.#indexed.has(id) && !isPassing(result)) this.#remove(id);
    return skipped;
  }

  #remove(id: string): void {
    this.#tally.removed.push(id);
    this.#gone.push(id);
  }
}

/** About 5 s of embedding: what a kill may cost. */
const PASSAGES_AT_ONCE = 512;
const ARTICLES_AT_ONCE = 128;

/** Articles one by one → commits of many, written while the next ones are embedded. */
class BatchWriter {
  readonly #store: PassageStore;
  #waiting: ArticleEntry[] = [];
  #passages = 0;
  #writing: Promise<void> = Promise.resolve();
  #wrote = false;

  constructor(store: PassageStore) {
    this.#store = store;
  }

  /** Whether anything was given to write. */
  get wrote(): boolean {
    return this.#wrote;
  }

  /** Begins a commit when enough waits; holds the caller back only while an earlier one is under way. */
  async add(entry: ArticleEntry): Promise<void> {
    this.#wrote = true;
    this.#waiting.push(entry);
    this.#passages += entry.passages.length;
    if (this.#passages >= PASSAGES_AT_ONCE || this.#waiting.length >= ARTICLES_AT_ONCE) {
      await this.#begin();
    }
  }

  /** Writes what waits. To be called however the run ends, so that what was embedded is kept. */
  async finish(): Promise<void> {
    await this.#begin();
    await this.#writing;
  }

  async #begin(): Promise<void> {
    await this.#writing;
    const entries = this.#waiting;
    this.#waiting = [];
    this.#passages = 0;
    if (entries.length === 0) return;
    this.#writing = this.#store.put(entries);
    // A failure is met by the next call; until then it must not end the process.
    this.#writing.catch(() => undefined);
  }
}
