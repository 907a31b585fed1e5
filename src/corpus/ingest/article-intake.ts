// Files as they are read → articles embedded and given to the writer, records renewed, the gone removed.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { ArticleEntry, PassageStore } from "../../core/ports/passage-store.ts";
import { type IndexContent, isPassing } from "../read/plan-changes.ts";
import { findVectors } from "./find-vectors.ts";
import type { JudgedSource, NewArticle } from "./judge-source.ts";
import type { IngestPorts } from "./open-index.ts";
import type { Tally } from "./tally.ts";

export class ArticleIntake {
  readonly #ports: IngestPorts;
  readonly #tally: Tally;
  readonly #signal: AbortSignal | undefined;
  readonly #writer: BatchWriter;
  readonly #indexed: ReadonlySet<string>;
  /** Articles no longer listed, as long as no file has turned out to be them. */
  readonly #vanished: Map<string, ArticleRecord>;
  readonly #touched: ArticleRecord[] = [];
  readonly #gone: string[] = [];

  constructor(
    ports: IngestPorts,
    index: IndexContent,
    vanished: readonly ArticleRecord[],
    tally: Tally,
    signal: AbortSignal | undefined,
  ) {
    this.#ports = ports;
    this.#tally = tally;
    this.#signal = signal;
    this.#writer = new BatchWriter(ports.store);
    this.#indexed = new Set(index.records.map(({ id }) => id));
    this.#vanished = new Map(vanished.map((record) => [record.id, record]));
  }

  /** Yields between the parts of a long article, the tally renewed. */
  async *take(judged: JudgedSource): AsyncGenerator<void, void> {
    if (this.#tally.takeUnwritten(judged)) {
      const isGone =
        judged.kind === "forgotten" || (judged.kind === "skipped" && !isPassing(judged));
      if (isGone && this.#indexed.has(judged.id)) this.#remove(judged.id);
    } else if (judged.kind === "dropped") this.#remove(judged.id);
    else if (judged.kind === "touched") {
      this.#touched.push(judged.record);
      this.#tally.unchanged += 1;
    } else if ("passages" in judged) yield* this.#put(judged);
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

  #remove(id: string): void {
    this.#tally.removed.push(id);
    this.#gone.push(id);
  }

  async *#put(article: NewArticle): AsyncGenerator<void, void> {
    const { record, passages, twin } = article;
    const parts = findVectors(this.#ports, article, twin, this.#signal);
    let left = passages.length;
    let part = await parts.next();
    for (; part.done !== true; part = await parts.next()) {
      this.#tally.embeddedPassages += part.value;
      left -= part.value;
      if (left > 0) yield;
    }
    await this.#writer.add({ record, passages, vectors: part.value });
    if (article.kind === "changed") {
      this.#tally.changed.push(record.id);
    } else if (twin !== undefined && this.#vanished.delete(twin.id)) {
      this.#tally.moved.push({ from: twin.id, to: record.id });
      this.#gone.push(twin.id);
    } else {
      this.#tally.added.push(record.id);
    }
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
  /** Whether anything was given to write. */
  wrote = false;

  constructor(store: PassageStore) {
    this.#store = store;
  }

  /** Begins a commit when enough waits; holds the caller back only while an earlier one is under way. */
  async add(entry: ArticleEntry): Promise<void> {
    this.wrote = true;
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
