// Articles that carry the same text, such as one agency report in three papers.

import type { ArticleRecord } from "./index-state.ts";

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
