// Who says what a quote says: the article itself, or somebody that it names.

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

/** One of those whom words passed through; the span is where the article names it. */
export interface ChainedSource extends Span {
  /** The article's, at the span. */
  readonly words: string;
}

/** No `speaker` where the manner is `statement`, and where nobody is named nearby. */
export interface Attribution {
  readonly manner: Manner;
  readonly speaker?: Speaker;
  /**
   * Through whom the words came, the one nearest to the article first: who had them from the speaker,
   * the speaker, whom or what the speaker has them from. The speaker alone where no more is told; absent
   * without a speaker.
   */
  readonly chain?: readonly ChainedSource[];
}
