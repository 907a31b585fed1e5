// What lists hold: who said what, the sentences that have a word, and the people, bodies and places that are named.

import type { Excerpt } from "./answer.ts";
import type { ArticleMetadata } from "./article.ts";
import type { Span } from "./span.ts";

/** An article of a list. */
export interface ListedArticle {
  readonly id: string;
  readonly path: string;
  readonly metadata: ArticleMetadata;
}

export type EntityKind = "person" | "body" | "place";

/**
 * Why a name stands for an entity: it is the name; a part of it beside the whole in one article; capitals
 * that an article declares, or that fit; it stands for nobody else in these articles; a line of the user's file.
 */
export type AliasReason =
  | "same-name"
  | "surname"
  | "given-name"
  | "short-name"
  | "acronym"
  | "initials"
  | "elsewhere"
  | "corrected";

/** One way in which articles write an entity's name. */
export interface EntityAlias {
  readonly name: string;
  readonly mentions: number;
  readonly articles: number;
  readonly because: AliasReason;
  /** An article in which that can be seen. */
  readonly seenIn: string;
}

/** Somebody or something that articles name. */
export interface Entity {
  readonly name: string;
  readonly kind: EntityKind;
  readonly mentions: number;
  readonly articles: number;
  /** As often as they are written so, the most frequent first. */
  readonly aliases: readonly EntityAlias[];
}

/** A mention's place, in UTF-16 units of its article. */
export interface EntityMention extends Span {
  readonly articleId: string;
}
