// What is shown of articles outside an answer.

import type { Excerpt } from "./answer.ts";
import type { ArticleMetadata, ExclusionReason } from "./article.ts";
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

/**
 * A whole article but for its front matter: headline, byline, prose and what stands around it, in order,
 * each with the line that it starts at, from 1. `excluded` says of what is no prose what it is.
 */
export interface ShownArticle {
  readonly articleId: string;
  readonly path: string;
  readonly metadata: ArticleMetadata;
  readonly blocks: readonly {
    readonly excerpt: Excerpt;
    readonly line: number;
    readonly excluded?: ExclusionReason;
  }[];
}
