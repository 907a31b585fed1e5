// Passages with their vectors, kept between runs.

import type { LegScores } from "../model/evidence.ts";
import type { ArticleRecord, IndexState } from "../model/index-state.ts";
import type { Passage, StoredPassage } from "../model/passage.ts";

/** An article to be stored whole; `vectors[i]` is the vector of `passages[i]`. */
export interface ArticleEntry {
  readonly record: ArticleRecord;
  readonly passages: readonly Passage[];
  readonly vectors: readonly Float32Array[];
}

/** Which articles a search may look at; `undefined` means all. */
export type ArticleScope = ReadonlySet<string> | undefined;

export interface LegHit {
  readonly passage: StoredPassage;
  readonly legs: LegScores;
}

/**
 * One index. Opened for reading by any number of processes, for writing by one (`withWriteLock`).
 * A reader sees each article either as it was or as it is, never half.
 */
export interface PassageStore {
  /** What the index says of itself; `undefined` where there is none yet. */
  state(): Promise<IndexState | undefined>;
  /** Makes an empty index, in place of whatever is there. */
  reset(state: IndexState): Promise<void>;
  records(): Promise<readonly ArticleRecord[]>;
  /** Adds or replaces these articles. A kill leaves each article as it was, or as it is. */
  put(entries: readonly ArticleEntry[]): Promise<void>;
  remove(articleIds: readonly string[]): Promise<void>;
  /** Gives an article's passages a new article id and record, keeping their vectors. */
  move(fromId: string, record: ArticleRecord): Promise<void>;
  /** Makes what was put findable fast, and cleans what earlier kills left. */
  optimize(): Promise<void>;
  searchDense(vector: Float32Array, limit: number, scope: ArticleScope): Promise<readonly LegHit[]>;
  searchFullText(query: string, limit: number, scope: ArticleScope): Promise<readonly LegHit[]>;
  /** All passages of an article, in order. */
  passagesOf(articleId: string): Promise<readonly StoredPassage[]>;
  /**
   * Runs `work` while no other process writes this index; waits for the other one to finish.
   * @throws PullquoteError `index-locked` | `index-read-only`
   */
  withWriteLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): Promise<void>;
}
