// What one sentence of an article says on the question, and the value it gives.

import type { ValueHedge } from "../core/comparison.ts";
import type { Span } from "../core/span.ts";
import type { Amount } from "./amount.ts";
import type { DatePoint } from "./names.ts";

/**
 * How sure a difference must be: `careful` beside an answer, where nobody asked for a comparison; `wide`
 * where somebody did, and looks at each position.
 */
export type Care = "careful" | "wide";

export type Value =
  | { readonly kind: "amount"; readonly amount: Amount }
  | { readonly kind: "date"; readonly date: DatePoint }
  /** Folded words of a name or of a kind of thing, the question's own left out. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "polarity"; readonly answer: "yes" | "no" }
  /** Who says so, or with `affirms` false the contrary. */
  | { readonly kind: "speaker"; readonly name: string; readonly affirms: boolean };

/** A sentence whose answer is read. `label` is how it writes the value, at `place` in its text. */
export interface Statement extends Span {
  readonly articleId: string;
  readonly text: string;
  /** That the sentence answers the question, 0 to 1. */
  readonly probability: number;
  /** How much rather than not the reader holds that it answers; sharper than the probability where both are low. */
  readonly odds: number;
  /** The day that its article was published, `YYYY-MM-DD`; absent where not known. */
  readonly published?: string;
  readonly value: Value;
  readonly label: string;
  readonly place: Span;
  /** What the words around the value take from it: alleged, planned, denied. */
  readonly hedge?: ValueHedge;
}
