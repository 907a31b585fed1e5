// Article text shown outside an answer: the passages of `search`, the whole article of `show`.

import type { Excerpt } from "./answer.ts";
import type { ArticleMetadata } from "./article.ts";
import type { LegScores, Searched } from "./evidence.ts";

export interface FoundPassage {
  readonly excerpt: Excerpt;
  readonly score: number;
  readonly legs: LegScores;
}

export interface SearchOutcome {
  readonly query: string;
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  readonly searched: Searched;
}

/** A whole article: its blocks in order, each with the line that it starts at, from 1. */
export interface ShownArticle {
  readonly articleId: string;
  readonly path: string;
  readonly metadata: ArticleMetadata;
  readonly blocks: readonly { readonly excerpt: Excerpt; readonly line: number }[];
}
