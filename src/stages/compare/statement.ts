// What a sentence says on the point at issue.

import type { Span } from "../../model/span.ts";
import type { Amount } from "./amount.ts";

/** A sentence of an article that speaks to the question. `rank` is a share of the best one's, 0 to 1. */
export interface ComparedSentence extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly rank: number;
  /** Where in the text the word begins that comes nearest to the noun asked for; absent where not known. */
  readonly nearest?: number;
}

/** A day or a stretch of days, as far as written: absent parts are not. */
export interface DatePoint {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** Last year of a stretch, a decade included. */
  readonly lastYear?: number;
}

/**
 * How sure a reading must be: `careful` beside an answer, where nobody asked for a comparison; `wide`
 * where somebody did, and looks at each position.
 */
export type Care = "careful" | "wide";

export type Value =
  | { readonly kind: "amount"; readonly amount: Amount }
  | { readonly kind: "date"; readonly date: DatePoint }
  /** Folded words of a name or of a kind of thing. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly isName: boolean }
  | { readonly kind: "polarity"; readonly affirms: boolean };

/** `label` is how the sentence writes the value, at `place` in it. */
export interface Statement {
  readonly sentence: ComparedSentence;
  readonly value: Value;
  readonly label: string;
  readonly place: Span;
  /** Given by a sentence that says itself that it is so no longer. */
  readonly isPast: boolean;
}
