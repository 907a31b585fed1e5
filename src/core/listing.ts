// What lists hold: who said what, the sentences that have a word, and the people, bodies and places that are named.

import type { Excerpt } from "./answer.ts";
import type { ArticleMetadata, ExclusionReason } from "./article.ts";
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

/**
 * A sentence with somebody's words. `direct`: mostly between quotation marks; `partial`: some words of it;
 * `indirect`: in the article's own. `verb`: how the article has it said ("wrote", "denied", "according to");
 * absent where the words stand alone.
 */
export interface SaidSentence {
  readonly excerpt: Excerpt;
  readonly article: ListedArticle;
  readonly line: number;
  readonly speech: "direct" | "partial" | "indirect";
  readonly verb?: string;
  /** As the article names them in full, and what it says they are. */
  readonly speaker: { readonly name: string; readonly role?: string };
  /** Copies of the article in which the same sentence stands; it is counted once. */
  readonly copies: readonly EntityMention[];
}

/** `ambiguous`: the names of those who are called so, where it is more than one; then nothing is listed. */
export interface SaidList {
  readonly asked: string;
  readonly speaker?: Entity;
  readonly ambiguous: readonly string[];
  /** By day, those without one last. */
  readonly said: readonly SaidSentence[];
  /** Articles read, filters applied. */
  readonly read: number;
  /** Those that a date filter left out for want of a date. */
  readonly undated: number;
}

/** Who is quoted, and how often; copies counted once. */
export interface SpeakerCount {
  readonly name: string;
  readonly kind: EntityKind;
  readonly direct: number;
  readonly indirect: number;
  readonly articles: number;
}

/** A sentence that has what was looked for; `matches` are spans of the article, within the excerpt. */
export interface FoundSentence {
  readonly excerpt: Excerpt;
  readonly line: number;
  readonly matches: readonly Span[];
  /** What it stands in, where that is no running text: a heading, a title, a caption. */
  readonly part?: ExclusionReason | "heading";
}

export interface Concordance {
  readonly pattern: string;
  /** Those that have it, in the order of the folder, sentences in the order of the text. */
  readonly articles: readonly {
    readonly article: ListedArticle;
    readonly found: readonly FoundSentence[];
  }[];
  readonly matches: number;
  /** Articles read, filters applied. */
  readonly read: number;
  /** Those that a date filter left out for want of a date. */
  readonly undated: number;
}
