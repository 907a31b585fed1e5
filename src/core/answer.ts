// What a reader is shown: a quote, a claim, an answer or an abstention, the events on the way to it, and found passages.

import type { AboutReport, ArticleMetadata, ExclusionReason } from "./article.ts";
import type { Comparison } from "./comparison.ts";
import type { AbstentionReason, NoteAbove, RejectedClaim, WriterNote } from "./draft.ts";
import type { LegScores, Searched } from "./evidence.ts";
import type { CorpusIdentity, EmbedderIdentity, WriterIdentity } from "./identity.ts";
import type { OneVoice, Reuse, TracedReliance } from "./lineage.ts";
import type { Place } from "./place.ts";
import type { Filters } from "./question.ts";
import type { Span } from "./span.ts";
import type { Attribution } from "./speech.ts";
import type { AnswerTime } from "./time.ts";

declare const verified: unique symbol;

/** The mark that only `quote/mint-quote.ts` can give. */
interface Minted {
  readonly [verified]: true;
}

/**
 * Article text shown outside an answer: `text` is byte for byte the article's at `[start, end)`.
 * `prefix` and `suffix` are up to 32 code units of the article's text around it, never splitting a
 * surrogate pair.
 */
export interface Excerpt extends Span, Minted {
  readonly articleId: string;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The same span in Unicode code points, as W3C's selectors count. */
  readonly codePoints: Span;
  /** The same words stand at another place of the article too. */
  readonly repeated?: true;
}

/** Verbatim and verified. `number` is the citation marker `[n]`, from 1 in the order shown. */
export interface Quote extends Excerpt {
  readonly number: number;
  /** Who says it, and how, as the article tells; absent only where that was not looked up. */
  readonly attribution?: Attribution;
  /** The words in it that answer, as a span of the article; absent where no short part of it does. */
  readonly answer?: Span;
  /** Whom the "he" or "she" at its head means; absent where there is none, or more than one reading. */
  readonly refersTo?: string;
}

/** One statement of an answer; none without a citation. `citations` are quote numbers. */
export interface Claim {
  /** Our words only; the quotes stand beside it. */
  readonly text: string;
  readonly citations: readonly [number, ...number[]];
}

/** A quote's number, the line of its article's text that it begins in, and where that is in a file that is no text. */
export interface PlacedQuote {
  readonly number: number;
  readonly line: number;
  readonly places?: readonly Place[];
}

/** An article that is shown, with the numbers and lines of its quotes (none in an abstention). Absent fields are not known. */
export interface Source {
  readonly articleId: string;
  readonly path: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  readonly about?: AboutReport;
  readonly sha256: string;
  readonly textSha256: string;
  readonly quotes: readonly PlacedQuote[];
  /** The address of its file from where a page of HTML is written to; absent elsewhere. */
  readonly address?: string;
  /** Ids of the articles searched that carry the same text, whole or in part; absent when none do. */
  readonly copies?: readonly string[];
  /** What it has word for word from articles searched that are no copies of it; absent when nothing. */
  readonly reuses?: readonly Reuse[];
  /** Other publishers that it says it has something from; absent when it names none. */
  readonly restsOn?: readonly TracedReliance[];
}

export type RejectionReason =
  | "not-verbatim"
  | "outside-article"
  | "unknown-article"
  | "changed-source"
  | "empty";

/** A draft quote that did not stand at its place. Its words are the writer's, not the article's. */
export interface RejectedQuote extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly reason: RejectionReason;
}

interface Outcome {
  readonly question: string;
  /** The question as it was understood, when that differs from what was typed. */
  readonly understood?: string;
  readonly sources: readonly Source[];
  /** How many sources are voices of their own; absent when all are. */
  readonly independent?: number;
  /** Which of them are one voice, and why; absent likewise. */
  readonly oneVoice?: readonly OneVoice[];
  /** Quotes that did not stand, and statements of the writer's that its quotes do not carry. */
  readonly rejected: readonly (RejectedQuote | RejectedClaim)[];
  /** What the reader should know of how it was written; absent when there is nothing to say. */
  readonly notes?: readonly WriterNote[];
  readonly searched: Searched;
  /** What the search was restricted to; absent when it was not. */
  readonly filters?: Filters;
  /** Most quotes that were to be shown; absent when no number was given. */
  readonly limit?: number;
  /** What the question asked of time and what was done about it; absent when it asked nothing. */
  readonly time?: AnswerTime;
  /** All that was indexed when it was asked; absent where that was not counted. */
  readonly corpus?: CorpusIdentity;
  /** How sure the writer was that the corpus answers, 0 to 1; absent where it cannot tell. */
  readonly confidence?: number;
  readonly writer: WriterIdentity;
  readonly embedder: EmbedderIdentity;
}

/** Claims, a comparison, or both: never neither. */
export interface Answer extends Outcome {
  readonly kind: "answer";
  readonly claims: readonly Claim[];
  readonly quotes: readonly Quote[];
  /** Absent where the question has no point to compare, and where fewer than two articles speak to it. */
  readonly comparison?: Comparison;
}

/** An honest "not in the corpus": a value, never an error. */
export interface Abstention extends Outcome {
  readonly kind: "abstention";
  readonly reason: AbstentionReason;
  readonly detail: string;
  readonly closest: readonly Excerpt[];
}

export type AnswerOutcome = Answer | Abstention;

/** `paragraphs` by the number of the quote that stands in it; a quote may have none. */
export interface AnnotatedOutcome {
  readonly outcome: AnswerOutcome;
  readonly paragraphs: ReadonlyMap<number, Excerpt>;
}

export interface ShownClaim {
  readonly claim: Claim;
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
}

/** In this order; the last event is the outcome. */
export type AskEvent =
  /** Only when the question was understood as other than typed. */
  | { readonly kind: "understood"; readonly question: string }
  | { readonly kind: "retrieved"; readonly passages: number; readonly articles: number }
  /** Before the claims: what must be known of them all; to be shown above them. */
  | { readonly kind: NoteAbove; readonly text: string }
  /** A claim whose quotes were just verified; `quotes` are those that it cites, `sources` their articles. */
  | ({ readonly kind: "claim" } & ShownClaim)
  | { readonly kind: "outcome"; readonly outcome: AnswerOutcome };

export interface FoundPassage {
  readonly excerpt: Excerpt;
  readonly score: number;
  readonly legs: LegScores;
}

export interface SearchOutcome {
  readonly query: string;
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  /** What the reader should know of the search, before all that it found. */
  readonly notes: readonly WriterNote[];
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
  /** Of its text, in UTF-16 units. */
  readonly length: number;
  readonly blocks: readonly {
    readonly excerpt: Excerpt;
    readonly line: number;
    readonly isHeading?: true;
    readonly excluded?: ExclusionReason;
    /** Where it is in a file that is no text. */
    readonly places?: readonly Place[];
  }[];
}
