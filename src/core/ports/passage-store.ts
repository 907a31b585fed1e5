// The port of the index: passages with their vectors, kept between runs, searched by vector, words or phrase.

import type { PullquoteError } from "../errors.ts";
import type { LegScores, Searched } from "../evidence.ts";
import type {
  ArticleRecord,
  IndexedFile,
  IndexState,
  IndexTotals,
  Look,
  Tombstone,
} from "../index-state.ts";
import type { TraceHolder } from "../lineage.ts";
import type { Passage, StoredPassage } from "../passage.ts";
import type { TextVectors } from "./embedder.ts";

/** An article to be stored whole; `vectors[i]` are the vectors of `passages[i]` and of its sentences. */
export interface ArticleEntry {
  readonly record: ArticleRecord;
  readonly passages: readonly Passage[];
  readonly vectors: readonly TextVectors[];
}

/**
 * Conditions on articles, all of which must hold; of a list's values one. A name matches by any part of
 * it, in any typography: `names` the article's id or title, `publishers` and `authors` also those of the
 * report that a brief is about. Days are inclusive; an undated article meets none.
 */
export interface ArticleConditions {
  /** Exact; an empty set is met by none. */
  readonly ids?: ReadonlySet<string>;
  readonly names?: readonly string[];
  readonly publishers?: readonly string[];
  readonly authors?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/** Which articles a search may look at; `undefined` means all. */
export type ArticleScope = ArticleConditions | undefined;

/** One search: by vector, for some of the words, or for all of them side by side, stems and accents aside. */
export type LegSearch = { readonly limit: number; readonly scope: ArticleScope } & (
  | { readonly kind: "dense"; readonly vector: Float32Array }
  | { readonly kind: "words" | "phrase"; readonly text: string }
);

/** Articles by the words of their names: all of these stems, or a word that one of these may be a slip of. */
export type NameSearch = { readonly limit: number } & (
  | { readonly stems: readonly string[] }
  | { readonly slips: readonly string[] }
);

/** What a list may have of an article. */
export type ListedField = keyof Omit<ArticleRecord, "id" | "size" | "modified" | "file">;
export type ListedFields<Field extends ListedField> = Pick<ArticleRecord, Field | "id">;

/** Which articles a list is of; without `limit` all of them, of those after that id where one is given. */
export interface ListWish {
  readonly scope?: ArticleScope;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

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
  /** `undefined` where nobody noted one, or where that note is lost. */
  lastLook(): Promise<Look | undefined>;
  /** Notes a look of now. A note that cannot be kept is no fault. */
  noteLook(reading: string): Promise<void>;
  /** The files that its articles and tombstones were read from, kept as `totals` are. */
  files(): Promise<readonly IndexedFile[]>;
  /**
   * These fields of articles and their ids, in the order of the ids, some articles at a time. Read for lists:
   * no row is held against its digest.
   */
  list<Field extends ListedField>(
    fields: readonly Field[],
    wanted?: ListWish,
  ): AsyncIterable<readonly ListedFields<Field>[]>;
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
  /** What each search finds, best first, one after the other: a passage that two of them find comes twice. */
  search(searches: readonly LegSearch[]): Promise<readonly LegHit[]>;
  /**
   * For each of these phrases the articles of some passages that hold its words side by side, stems and accents aside: those
   * of `limit` passages at most. Nothing is read or checked, so that this is a hint.
   */
  findPhrases(phrases: readonly string[], limit: number): Promise<readonly (readonly string[])[]>;
  /** How much there is to search. */
  measure(scope: ArticleScope): Promise<Searched>;
  /** The newest first, of one time in the order of their ids; undated ones last. */
  newest(limit: number, scope: ArticleScope): Promise<readonly ArticleRecord[]>;
  /** May bring others too: who asks looks at the names. Slips are known only of what was there at the last `optimize`. */
  named(search: NameSearch): Promise<readonly ArticleRecord[]>;
  /** Articles whose text has one of these digests. */
  withText(textSha256s: readonly string[]): Promise<readonly ArticleRecord[]>;
  /** Who has these numbers of `listTraces`; some of them where more than a few ten thousand do. May name articles that are gone. */
  holdersOf(traces: readonly number[]): Promise<readonly TraceHolder[]>;
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
