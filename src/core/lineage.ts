// Where an article's words come from, as far as its text tells: copies, and papers that it relies on.

import type { Span } from "./span.ts";

/** A publisher that an article says it has something from; the span is the words that say so. */
export interface Reliance extends Span {
  /** The publisher's name as the article writes it. */
  readonly name: string;
  /** A dateline or byline credits the text itself to that agency: it is no report within it. */
  readonly isCredit?: true;
}

/** Kept with an article's record, so that copies are found without reading any article again. */
export interface Lineage {
  /**
   * A sample of the article's word runs as hashes of 32 bits, ascending, each once. Equal runs give
   * equal hashes in every article, so two samples share as large a part as the texts do.
   */
  readonly prints: Uint32Array;
  /**
   * Another sample, of longer runs, ascending, each once: two articles that share a stretch of twenty
   * words or more, wherever it stands, have one of these in common.
   */
  readonly marks: Uint32Array;
  readonly restsOn: readonly Reliance[];
}

/** Both samples as numbers of one kind, by which the articles are found that have them too: below 2^32 a print, from there on a mark. */
export function listTraces({ prints, marks }: Pick<Lineage, "prints" | "marks">): number[] {
  return [...prints, ...Array.from(marks, (mark) => FIRST_MARK + mark)];
}

export const FIRST_MARK: number = 2 ** 32;

/** An article that has a trace. */
export interface TraceHolder {
  readonly trace: number;
  readonly articleId: string;
}

/** A reliance with the articles searched that are what it means, where that can be told. */
export interface TracedReliance extends Reliance {
  readonly articles?: readonly string[];
}

/** The same words in two articles: `own` is a span of the one that lists it, `other` of the other. */
export interface SharedPassage {
  readonly own: Span;
  readonly other: Span;
  /** Words that both have; some in between may differ. */
  readonly words: number;
}

/** An article that carries passages of another without being a copy of it. */
export interface Reuse {
  readonly articleId: string;
  /** Whole paragraphs of the one that lists it, at least nearly. */
  readonly paragraphs: number;
  readonly passages: readonly SharedPassage[];
}

/** Articles of an answer that count as one voice there. */
export interface OneVoice {
  readonly because: "same-text" | "same-passage" | "rests-on";
  readonly articleIds: readonly string[];
  /** The agency whose text it is, or the publisher that the first of them have it from; absent where no text tells. */
  readonly name?: string;
}
