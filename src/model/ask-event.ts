// What is told while a question is answered.

import type { AnswerOutcome } from "./answer.ts";

/** In this order; the last event is the outcome. */
export type AskEvent =
  /** Only when the question was understood as other than typed. */
  | { readonly kind: "understood"; readonly question: string }
  | { readonly kind: "retrieved"; readonly passages: number; readonly articles: number }
  | { readonly kind: "outcome"; readonly outcome: AnswerOutcome };
