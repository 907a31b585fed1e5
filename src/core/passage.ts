// A passage: a run of whole sentences of one article, the unit that is embedded and found.

import type { Span } from "./span.ts";

/**
 * Whole sentences of one article, at most 128 tokens as `text/estimate-tokens.ts` counts them, crossing no excluded span.
 *
 * `article.text.slice(start, end) === text`. `sentences` are spans of the same article's text, in
 * order, inside the passage. `position` counts the article's passages from 0. `id` is unique in an
 * index and made from the article's id and the position.
 */
export interface Passage extends Span {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly position: number;
  readonly sentences: readonly Span[];
}

/** A passage with the digest of the article's file that it was cut from. */
export interface StoredPassage extends Passage {
  readonly articleSha256: string;
}
