// Where an article's words come from, as far as its own text shows.

import type { Span } from "./span.ts";

/** Another publisher that the article says it has something from; the span is the words that say so. */
export interface Reliance extends Span {
  /** The publisher's name as the article writes it. */
  readonly name: string;
}

/** Kept with an article's record, so that copies are found without reading any article again. */
export interface Lineage {
  /**
   * A sample of the article's word runs as hashes of 32 bits, ascending, each once. Equal runs give
   * equal hashes in every article, so two samples share as large a part as the texts do.
   */
  readonly prints: Uint32Array;
  readonly restsOn: readonly Reliance[];
}
