// Where articles differ on one question: each position with its value and quotes, and why they differ.

import type { DraftQuote } from "./draft.ts";
import type { DaySpan } from "./time.ts";

/**
 * Why a position differs from the others. `time`: a later article brings an earlier one up to date;
 * `unit`: another currency; `bound`: one of them is a bound; `contradiction`: nothing tells why.
 */
export type ReasonKind = "time" | "unit" | "bound" | "contradiction";

export interface DifferenceReason {
  readonly kind: ReasonKind;
}

/** On which articles that give a value were published. */
export type PositionDays = DaySpan;

/** `differ`: at least two articles contradict each other; `agree`: at least two give the same; `alone`: one speaks. */
export type ComparisonVerdict = "differ" | "agree" | "alone";

/** What the words around a value take from it: `reported` is hearsay, `denied` said not to be so. */
export type ValueHedge =
  | "alleged"
  | "reported"
  | "estimated"
  | "possible"
  | "planned"
  | "conditional"
  | "denied";

/** On the statement that the question is about. */
export type Stance = "affirms" | "denies";

interface PositionFields {
  /** The value as the first quote writes it. */
  readonly value: string;
  /** The value in the unit of another position, or worked out from what the quote says. */
  readonly conversion?: string;
  /** Absent where no other position differs from it. */
  readonly reason?: DifferenceReason;
  /** Who says something is asked for: the value names the speaker, who says so or the contrary. */
  readonly stance?: Stance;
  /** What all its quotes take from the value: alleged, planned, denied. */
  readonly hedge?: ValueHedge;
  /** There on each position where the later ones bring the earlier ones up to date, the earliest first. */
  readonly days?: PositionDays;
}

/** A position before verification; the quote that states it best comes first. */
export interface DraftPosition extends PositionFields {
  readonly quotes: readonly DraftQuote[];
}

export interface DraftComparison {
  readonly verdict: ComparisonVerdict;
  readonly positions: readonly DraftPosition[];
}

/** Quotes that give the same value, by their numbers; never none. */
export interface Position extends PositionFields {
  readonly citations: readonly [number, ...number[]];
  /** How many of its articles are no copies of one another, and do not all give one person's words. */
  readonly independent: number;
  /** Absent where its articles have no speaker in common. */
  readonly sharedSpeaker?: SharedSpeaker;
}

/** Somebody whose words each of a position's articles gives for it. */
export interface SharedSpeaker {
  /** The longest form of the name that they give. */
  readonly name: string;
  readonly articles: number;
  /** Whether all quotes of the position are theirs. */
  readonly isAlone: boolean;
}

/** None of the positions is called right; their order is that of how well they answer the question. */
export interface Comparison {
  readonly verdict: ComparisonVerdict;
  readonly positions: readonly Position[];
  /**
   * How many of all articles that take a position are no copies of one another, and share no speaker
   * wherever they take the same.
   */
  readonly independent: number;
}
