// The port of the index: passages with their vectors, kept between runs, searched by vector, words or phrase.

import type { PullquoteError } from "../errors.ts";
import type { LegScores } from "../evidence.ts";
import type { ArticleRecord, IndexState, IndexTotals, Tombstone } from "../index-state.ts";
import type { Passage, StoredPassage } from "../passage.ts";
import type { TextVectors } from "./embedder.ts";

/** An article to be stored whole; `vectors[i]` are the vectors of `passages[i]` and of its sentences. */
export interface ArticleEntry {
  readonly record: ArticleRecord;
  readonly passages: readonly Passage[];
  readonly vectors: readonly TextVectors[];
}

/** Which articles a search may look at; `undefined` means all. */
export type ArticleScope = ReadonlySet<string> | undefined;

export interface LegHit {
  readonly passage: StoredPassage;
  readonly legs: LegScores;
  /** As in {@link TextVectors}; absent where the embedder gives none. */
  readonly sentenceVectors?: Int8Array;
}

/** The right to write, or who refuses it. `release` never throws and may be called twice. */
export type LockOutcome =
  | { readonly kind: "locked"; readonly release: () => Promise<void> }
  | {
      readonly kind: "refused";
      readonly reason: "index-locked" | "index-read-only";
      readonly error: PullquoteError;
    };

export interface LockOptions {
  /** Whether to wait for another process that writes now. */
  readonly wait: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One index. Opened for reading by any number of processes, for writing by one, the holder of
 * `lockForWriting`. A reader sees each article's passages either as they were or as they are, never
 * half. A passage may be seen a moment before its article's record, or after it is gone.
 *
 * Every method may throw PullquoteError `index-damaged` | `index-failed`; those that write also `disk-full`,
 * `index-read-only`; all but `state`, `reset`, `destroy` and `lockForWriting` throw `no-index` where
 * there is none.
 */
export interface PassageStore {
  /**
   * What the index says of itself; `undefined` where there is none yet.
   * @throws PullquoteError `index-newer-schema` | `index-older-schema` | `index-damaged`
   */
  state(): Promise<IndexState | undefined>;
  /** Makes an empty index in place of whatever is there, damaged or not; tombstones go too. */
  reset(state: IndexState): Promise<void>;
  /** Deletes the whole index. What does not belong to it stays. */
  destroy(): Promise<void>;
  /** Kept when a run ends: asking for it reads no article where nothing was written since. */
  totals(): Promise<IndexTotals>;
  records(): Promise<readonly ArticleRecord[]>;
  /** The articles of these ids that are indexed, in any order. */
  recordsOf(articleIds: readonly string[]): Promise<readonly ArticleRecord[]>;
  /** Articles that were taken out by `forget`, and not put back since. */
  tombstones(): Promise<readonly Tombstone[]>;
  /**
   * Adds or replaces these articles, their tombstones included. A kill leaves each article as it
   * was, or as it is, or with its passages new and its record old: the next run puts it again.
   */
  put(entries: readonly ArticleEntry[]): Promise<void>;
  /** Replaces the records of articles whose passages stay as they are. */
  refresh(records: readonly ArticleRecord[]): Promise<void>;
  /** Removes articles and tombstones of these ids. */
  remove(articleIds: readonly string[]): Promise<void>;
  /** Leaves these tombstones in place of the articles of the same ids, and their text nowhere. */
  forget(tombstones: readonly Tombstone[]): Promise<void>;
  /** Makes what was put findable fast, and cleans what earlier kills and old versions left. */
  optimize(): Promise<void>;
  /** Whether nothing was written since the last `optimize`: false after a kill. */
  isTidy(): Promise<boolean>;
  searchDense(vector: Float32Array, limit: number, scope: ArticleScope): Promise<readonly LegHit[]>;
  searchFullText(query: string, limit: number, scope: ArticleScope): Promise<readonly LegHit[]>;
  /** Passages that hold the words of `phrase` side by side, stems and accents aside. */
  searchPhrase(phrase: string, limit: number, scope: ArticleScope): Promise<readonly LegHit[]>;
  passagesOf(articleId: string): Promise<readonly StoredPassage[]>;
  /** The vectors of an article's passages in order, if they were cut from a file of that digest. */
  vectorsOf(articleId: string, sha256: string): Promise<readonly TextVectors[] | undefined>;
  /**
   * Lets this process alone write until `release`. A killed owner is noticed.
   * @throws PullquoteError `interrupted` when the signal aborts the wait
   */
  lockForWriting(options: LockOptions): Promise<LockOutcome>;
  close(): Promise<void>;
}
