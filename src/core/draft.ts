// What a writer proposes before verification: claims, each with the places that it wants quoted.

import type { WriterIdentity } from "./identity.ts";
import type { Span } from "./span.ts";

/** A span that a writer wants quoted, and the text that it says stands there. Trusted by nobody. */
export interface DraftQuote extends Span {
  readonly articleId: string;
  readonly text: string;
  /** The words in it that answer, as a span of the article; absent where that is not sure. */
  readonly answer?: Span;
}

/** One statement: our words (a lead-in), and the quotes that carry it. */
export interface DraftClaim {
  readonly text: string;
  readonly quotes: readonly DraftQuote[];
  /** The text rests on all its quotes: when one of them does not stand, neither does the claim. */
  readonly needsAll?: boolean;
}

/** Why nothing in the corpus answers. */
export type AbstentionReason =
  | "empty-corpus"
  | "no-match"
  | "weak-evidence"
  /** The articles have the subject, but not what is asked of it. */
  | "not-said"
  | "missing-answer-type"
  | "unknown-name"
  | "nothing-verified"
  | "unclear-question";

export interface DraftAbstention {
  readonly kind: "abstention";
  readonly reason: AbstentionReason;
  /** One sentence for the reader: what was missed, and by which signal. */
  readonly detail: string;
  readonly closest: readonly DraftQuote[];
}

/** What a statement in a writer's own words has that its evidence does not. */
export type ClaimFault =
  | "no-evidence"
  | "number"
  | "unit"
  | "date"
  | "name"
  | "quotation"
  | "negation"
  | "hedge"
  | "unsupported";

/** A statement in the writer's own words that its evidence does not carry. Never shown as an answer. */
export interface RejectedClaim {
  readonly text: string;
  readonly reason: ClaimFault;
  /** What was found, in words for the reader: `"1,500" is in none of its sentences`. */
  readonly detail: string;
}

/**
 * To be shown above an answer. `weak-evidence`: it is doubtful that the articles do answer; `words-alone`: the
 * embedder was silent, so what says it in other words can be missing.
 */
export type NoteAbove = "weak-evidence" | "words-alone";

/** Something about how the answer came to be that the reader should know. */
export interface WriterNote {
  readonly code: "fallback" | "evidence-dropped" | "cut" | "repaired" | "tolerated" | NoteAbove;
  readonly text: string;
}

/**
 * What a writer yields: claims one by one in the order to be shown, or one refusal. Between them,
 * statements that failed its own checks, notes, its confidence, and `writer` when another one takes
 * over.
 */
export type DraftPart =
  | ({ readonly kind: "claim" } & DraftClaim)
  | DraftAbstention
  | ({ readonly kind: "rejected-claim" } & RejectedClaim)
  | ({ readonly kind: "note" } & WriterNote)
  /** How sure the writer is that the evidence answers, 0 to 1. */
  | { readonly kind: "confidence"; readonly value: number }
  | { readonly kind: "writer"; readonly identity: WriterIdentity };
