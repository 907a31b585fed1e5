// Files as they are read → articles embedded and given to the writer, records renewed, the gone removed.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { ArticleEntry, PassageStore } from "../../core/ports/passage-store.ts";
import { EMBEDDED_AT_ONCE, embedArticles, reuseVectors } from "./find-vectors.ts";
import type { JudgedSource, NewArticle } from "./judge-source.ts";
import type { IngestPorts } from "./open-index.ts";
import type { Tally } from "./tally.ts";

/** A folder that was copied is touched in all its files: their records must not all wait in memory. */
const TOUCHED_AT_ONCE = 5000;

export class ArticleIntake {
  readonly #ports: IngestPorts;
  readonly #tally: Tally;
  readonly #signal: AbortSignal | undefined;
  readonly #writer: BatchWriter;
  /** Articles no longer listed, as long as no file has turned out to be them. */
  readonly #vanished: Set<string>;
  #touched: ArticleRecord[] = [];
  #wroteTouched = false;
  readonly #gone: string[] = [];
  /** Articles that wait to be embedded, many in one call. */
  #waiting: NewArticle[] = [];
  #passages = 0;

  constructor(
    ports: IngestPorts,
    vanished: readonly string[],
    tally: Tally,
    signal: AbortSignal | undefined,
  ) {
    this.#ports = ports;
    this.#tally = tally;
    this.#signal = signal;
    this.#writer = new BatchWriter(ports.store);
    this.#vanished = new Set(vanished);
  }

  /** Yields between the parts of what is embedded, the tally renewed. */
  async *take(judged: JudgedSource): AsyncGenerator<void, void> {
    if (this.#tally.takeUnwritten(judged)) return;
    if (judged.kind === "dropped") {
      this.#tally.removed.push(judged.id);
      this.#gone.push(judged.id);
    } else if (judged.kind === "touched") {
      this.#touched.push(judged.record);
      this.#tally.unchanged += 1;
      if (this.#touched.length >= TOUCHED_AT_ONCE) await this.#refresh();
    } else if ("passages" in judged) {
      const { record, passages, twin } = judged;
      this.#count(judged);
      const vectors = await reuseVectors(this.#ports.store, judged, twin);
      if (vectors !== undefined) await this.#writer.add({ record, passages, vectors });
      else {
        this.#waiting.push(judged);
        this.#passages += passages.length;
        if (this.#passages >= EMBEDDED_AT_ONCE) yield* this.embedWaiting();
      }
    }
  }

  /** Embeds what waits for more to come. To be called after the last article. */
  async *embedWaiting(): AsyncGenerator<void, void> {
    const articles = this.#waiting;
    this.#waiting = [];
    this.#passages = 0;
    const parts = embedArticles(this.#ports.embedder, articles, this.#signal);
    let part = await parts.next();
    while (part.done !== true) {
      this.#tally.embeddedPassages += part.value;
      part = await parts.next();
      if (part.done !== true) yield;
    }
    for (const [at, { record, passages }] of articles.entries()) {
      await this.#writer.add({ record, passages, vectors: part.value[at] ?? [] });
    }
  }

  /** Writes what was embedded so far. To be called however the run ends. */
  async keepFinished(): Promise<void> {
    await this.#writer.finish();
  }

  /** Renews records and removes what is gone. @returns whether anything was written in this run. */
  async settle(): Promise<boolean> {
    const { store } = this.#ports;
    this.#tally.removed.push(...this.#vanished);
    this.#gone.push(...this.#vanished);
    await this.#refresh();
    await store.remove(this.#gone);
    return this.#writer.wrote || this.#wroteTouched || this.#gone.length > 0;
  }

  /** Behind what is being written: two commits on one table at once would be at odds. */
  async #refresh(): Promise<void> {
    if (this.#touched.length === 0) return;
    await this.#writer.finish();
    await this.#ports.store.refresh(this.#touched);
    this.#touched = [];
    this.#wroteTouched = true;
  }

  #count({ kind, record, twin }: NewArticle): void {
    for (const doubt of record.metadata.doubts ?? []) {
      this.#tally.doubts.push({ id: record.id, ...doubt });
    }
    if (kind === "changed") this.#tally.changed.push(record.id);
    else if (twin !== undefined && this.#vanished.delete(twin.id)) {
      this.#tally.moved.push({ from: twin.id, to: record.id });
      this.#gone.push(twin.id);
    } else this.#tally.added.push(record.id);
  }
}

/** About 5 s of embedding: what a kill may cost. */
const PASSAGES_AT_ONCE = 512;
const ARTICLES_AT_ONCE = 128;

/** Articles one by one → commits of many, written while the next ones are embedded. */
export class BatchWriter {
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
