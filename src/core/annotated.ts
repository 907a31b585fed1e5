// An answer ready to be written to a file; for a page, with the paragraph around each of its quotes.

import type { AnswerOutcome, Excerpt } from "./answer.ts";

/** `paragraphs` by the number of the quote that stands in it; a quote may have none. */
export interface AnnotatedOutcome {
  readonly outcome: AnswerOutcome;
  readonly paragraphs: ReadonlyMap<number, Excerpt>;
}
