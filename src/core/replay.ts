// An export's question asked again: its quotes then, the answer today, and what differs.

import type { AnswerOutcome, Quote } from "./answer.ts";
import type { Change, Place, WordChange } from "./check.ts";
import type { Manifest } from "./proof.ts";

/**
 * What became of a quote: shown again today; in the articles still, but not shown; reworded where it
 * stood; nowhere.
 */
export type QuoteFate = "shown" | "stands" | "reworded" | "gone";

/** A quote as the export has it; `text` is the document's word, `place` is sliced from the file of today. */
export interface ReplayedQuote {
  readonly number?: number;
  readonly articleId: string;
  readonly text: string;
  readonly fate: QuoteFate;
  /** Whether a file of its article's name is in the folder. */
  readonly articleThere: boolean;
  readonly place?: Place;
  readonly changes: readonly Change[];
  readonly words: readonly WordChange[];
}

/** One question of an export, then and now. */
export interface ReplayedQuestion {
  readonly question: string;
  readonly kindThen: "answer" | "abstention";
  /** Absent in exports that do not say how they came to be. */
  readonly manifest?: Manifest;
  readonly now: AnswerOutcome;
  readonly quotes: readonly ReplayedQuote[];
  /** Quotes of today that the export has not. */
  readonly added: readonly Quote[];
  /** Figures as written: in quotes of then alone (gone), in quotes of today alone (added). */
  readonly figures: { readonly gone: readonly string[]; readonly added: readonly string[] };
  /** What else is not as it was, one sentence each. None of it makes the answer another one. */
  readonly notes: readonly string[];
  /** Whether the answer is another one: kind or quotes differ. */
  readonly changed: boolean;
}

/** A document's questions, asked again in its order. */
export interface ReplayedDocument {
  readonly name: string;
  readonly questions: readonly ReplayedQuestion[];
}
