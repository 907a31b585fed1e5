// What is told while a question is answered.

import type { AnswerOutcome, Claim, Quote } from "./answer.ts";

/** In this order; the last event is the outcome. */
export type AskEvent =
  /** Only when the question was understood as other than typed. */
  | { readonly kind: "understood"; readonly question: string }
  | { readonly kind: "retrieved"; readonly passages: number; readonly articles: number }
  /** A claim whose quotes were just verified; `quotes` are those that it cites. */
  | { readonly kind: "claim"; readonly claim: Claim; readonly quotes: readonly Quote[] }
  | { readonly kind: "outcome"; readonly outcome: AnswerOutcome };
