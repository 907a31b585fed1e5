// What is told while a question is answered, step by step: how it was understood, each claim, the outcome.

import type { AnswerOutcome, Claim, Quote, Source } from "./answer.ts";

/** A claim that stands, with the quotes that it cites and their articles. */
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
  /** Before the claims of an answer that may be none; to be shown above them. */
  | { readonly kind: "weak-evidence"; readonly text: string }
  /** A claim whose quotes were just verified; `quotes` are those that it cites, `sources` their articles. */
  | ({ readonly kind: "claim" } & ShownClaim)
  | { readonly kind: "outcome"; readonly outcome: AnswerOutcome };
