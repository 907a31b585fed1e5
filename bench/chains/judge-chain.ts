// A labelled chain of sources and the one that was read → whether that is right.

import type { Span } from "../../src/core/span.ts";

/** A source on the way of the words; `optional` where a careful reader may or may not count it. */
export interface LabelledSource extends Span {
  readonly optional?: boolean;
}

/**
 * One sentence of an article, labelled by hand. `chain`: whom its words passed through, as the sentence
 * names them, the one nearest to the article first; empty for the article's own words.
 */
export interface ChainLabel extends Span {
  readonly article: string;
  /** Of the article's text in UTF-8. */
  readonly sha256: string;
  readonly chain: readonly LabelledSource[];
}

/** More than the one who speaks. */
export function isChain({ chain }: ChainLabel): boolean {
  return chain.filter(({ optional }) => optional !== true).length > 1;
}

/** Each source overlaps its label, in order, and none that is not optional is left out. */
export function isRight(label: ChainLabel, told: readonly Span[]): boolean {
  const [first, ...rest] = label.chain;
  if (first === undefined) return told.length === 0;
  const [own, ...others] = told;
  const meets = own !== undefined && own.start < first.end && first.start < own.end;
  if (meets && isRight({ ...label, chain: rest }, others)) return true;
  return first.optional === true && isRight({ ...label, chain: rest }, told);
}
