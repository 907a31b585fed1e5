// What an index says of itself and of the articles in it, and which of them carry the same text.

import type { ArticleMetadata, SourceText } from "./article.ts";
import type { CorpusIdentity, EmbedderIdentity } from "./identity.ts";
import type { Lineage } from "./lineage.ts";

/** Written once when an index is made. */
export interface IndexState {
  readonly schemaVersion: number;
  readonly embedder: EmbedderIdentity;
  /** The corpus as its source names itself. */
  readonly corpus: string;
  /** Which share of the corpus it is of; absent where it is of the whole. */
  readonly part?: CorpusPart;
}

/** The files whose ids `corpus/ingest/corpus-part.ts` puts into part `part` of `of`, from 1. */
export interface CorpusPart {
  readonly part: number;
  readonly of: number;
}

/** How much an index holds. Tombstones do not count. */
export interface IndexTotals extends CorpusIdentity {
  readonly passages: number;
}

/** The last time that a folder was looked through and the index was as it is. */
export interface Look {
  readonly secondsAgo: number;
  /** What its files were read by: see `ArticleSource`. */
  readonly reading: string;
}

/** One indexed article: its metadata and the file state that it was read from. */
export interface ArticleRecord extends Omit<SourceText, "text" | "guessedEncoding" | "extracted"> {
  readonly passages: number;
  readonly words: number;
  readonly metadata: ArticleMetadata;
  /** Absent where nothing was traced: such an article is a copy of an equal text only. */
  readonly lineage?: Lineage;
}

/** An article as a list has it. */
export type ListedArticle = Pick<
  ArticleRecord,
  "id" | "path" | "sha256" | "passages" | "words" | "metadata"
>;

/** An article that was taken out: a file of that content stays out until the index is rebuilt. */
export type Tombstone = Pick<ArticleRecord, "id" | "sha256" | "size" | "modified" | "file">;

/** An indexed article, and the head of its text's digest. */
export interface IndexedArticle {
  readonly id: string;
  readonly text: string;
}

/**
 * A file of the corpus as the index knows it. One that the index knows in two states has the size -1 and
 * an empty digest, so that it is like no other.
 */
export interface IndexedFile {
  readonly id: string;
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
  readonly articles: readonly IndexedArticle[];
  /** Ids of its tombstones. */
  readonly removed: readonly string[];
}

/** Digits of a text's digest that are kept of it: by chance two texts in a billion billion share them. */
export const MARK_LENGTH = 16;

/** The layout that this program reads and writes; raised when an older index cannot be used. */
export const SCHEMA_VERSION = 8;

/** An article with the ids of those that are copies of it, or that it copies. */
export interface CopiedRecord {
  readonly record: ArticleRecord;
  readonly copies: readonly string[];
}

/** Articles joined by copying, directly or through others: one merged from two joins both. */
export interface CopyGroup {
  readonly articles: readonly CopiedRecord[];
  /** How many of them are no copies of one another. */
  readonly independent: number;
}
