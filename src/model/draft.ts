// A writer's word, before verification.

import type { Span } from "./span.ts";

/** A span that a writer wants quoted, and the text that it says stands there. Trusted by nobody. */
export interface DraftQuote extends Span {
  readonly articleId: string;
  readonly text: string;
}

/** One statement: our words (a lead-in), and the quotes that carry it. */
export interface DraftClaim {
  readonly text: string;
  readonly quotes: readonly DraftQuote[];
}

/** Why nothing in the corpus answers. */
export type AbstentionReason =
  | "empty-corpus"
  | "no-match"
  | "weak-evidence"
  | "missing-answer-type"
  | "unknown-name"
  | "nothing-verified"
  | "unclear-question";

/** A writer's refusal: what was missing, and the closest spans it saw. */
export interface DraftAbstention {
  readonly kind: "abstention";
  readonly reason: AbstentionReason;
  /** One sentence for the reader: what was missed, and by which signal. */
  readonly detail: string;
  readonly closest: readonly DraftQuote[];
}

/** What a writer yields: claims one by one in the order to be shown, or one refusal. */
export type DraftPart = ({ readonly kind: "claim" } & DraftClaim) | DraftAbstention;
