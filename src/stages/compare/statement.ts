// What a sentence says on the point at issue.

import type { ValueHedge } from "../../model/comparison.ts";
import type { Span } from "../../model/span.ts";
import type { Manner } from "../../model/speech.ts";
import type { Amount } from "./amount.ts";

/** A sentence of an article that speaks to the question. `rank` is a share of the best one's, 0 to 1. */
export interface ComparedSentence extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly rank: number;
  /** The day that its article was published, `YYYY-MM-DD`; absent where not known. */
  readonly published?: string;
  /** Where in the text the word begins that comes nearest to the noun asked for; absent where not known. */
  readonly nearest?: number;
  /** The names of the question stand in it, or close by. */
  readonly isOnNames?: boolean;
  /** Who says it; absent where that was not looked up. */
  readonly said?: Said;
}

/** Somebody as an article names them. */
export interface Party {
  readonly name?: string;
  readonly role?: string;
}

/** In which manner a sentence is said, and by whom. */
export interface Said {
  readonly manner: Manner;
  /** Absent for the article's own words, and where nobody is named nearby. */
  readonly party?: Party;
  /** Of the article; absent where not known. */
  readonly publisher?: string;
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
  /** Folded words of a name or of a kind of thing. `isSole`: where it holds, no other one does. */
  | {
      readonly kind: "words";
      readonly words: readonly string[];
      readonly isName: boolean;
      readonly isSole: boolean;
    }
  /** `amount` is the share that says so, where one does, and `share` how it is written. */
  | {
      readonly kind: "polarity";
      readonly answer: "yes" | "no" | "partly";
      readonly amount?: Amount;
      readonly share?: string;
    }
  /** Who says so, or with `affirms` false the contrary. */
  | {
      readonly kind: "speaker";
      readonly party: Party;
      readonly articleId: string;
      readonly manner: Manner;
      readonly affirms: boolean;
    };

/** `label` is how the sentence writes the value, at `place` in it. */
export interface Statement {
  readonly sentence: ComparedSentence;
  readonly value: Value;
  readonly label: string;
  readonly place: Span;
  /** How surely a name or kind of thing is read, 0 to 2; absent where that is not told apart. */
  readonly fit?: number;
  /** Given by a sentence that says itself that it is so no longer. */
  readonly isPast: boolean;
  /** What the words around the value take from it: alleged, planned, denied. */
  readonly hedge?: ValueHedge;
  /** What an amount was before the change that led to it, as another sentence of the article tells. */
  readonly before?: Statement;
}
