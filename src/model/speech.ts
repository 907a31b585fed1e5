// Who says what a quote says, as far as its article tells.

import type { Span } from "./span.ts";

/**
 * `quotation`: between quotation marks; `reported`: told in the article's words as somebody's;
 * `statement`: the article's own.
 */
export type Manner = "quotation" | "reported" | "statement";

/**
 * As the article names them; the span is where it does so beside the words. At least one of `name`
 * and `role` is there. `name` is the longest form of the name that the article gives.
 */
export interface Speaker extends Span {
  readonly name?: string;
  readonly role?: string;
}

/** No `speaker` where the manner is `statement`, and where nobody is named nearby. */
export interface Attribution {
  readonly manner: Manner;
  readonly speaker?: Speaker;
}
