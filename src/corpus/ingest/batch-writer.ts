// Articles one by one → commits of many, written while the next ones are embedded.

import type { ArticleEntry, PassageStore } from "../../core/ports/passage-store.ts";

/** About 5 s of embedding: what a kill may cost. */
const PASSAGES_AT_ONCE = 512;
const ARTICLES_AT_ONCE = 128;

export class BatchWriter {
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
