// What a claim is held against, and where a sentence of it ends.

import type { ClaimFault } from "../../core/draft.ts";
import type { Quantity } from "../../english/measures.ts";
import type { NamedParty } from "../../english/speech/is-speaker.ts";

/** The sentences that a claim cites, and what is known of their articles. */
export interface ClaimEvidence {
  /** The quotes' texts, verbatim. */
  readonly quotes: readonly string[];
  /** Publisher, title, author and the like: names in them may stand in a claim. */
  readonly context: readonly string[];
  /** ISO dates on which the articles were published. */
  readonly published: readonly string[];
  /** By quote, who says it and through whom it came; none for an article's own words. Absent where not looked up. */
  readonly speakers?: readonly (readonly NamedParty[])[];
}

/** What a claim says that its evidence does not. */
export interface ClaimFinding {
  readonly reason: Exclude<ClaimFault, "no-evidence">;
  /** In words for the reader. */
  readonly detail: string;
}

/** "Lowered over four hours": with a length of time "over" sets no bound. */
export function lasts({ measure }: Quantity): boolean {
  return measure?.dimension === "time" || measure?.dimension === "months";
}

/** White space behind the end of a sentence, its closing marks among it: rough, and the same for all checks. */
export const SENTENCE_END: RegExp = /(?<=[.!?]["”’)]*)\s+/u;
