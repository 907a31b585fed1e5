// Two articles, as a search for copies needs them → whether one is a copy of the other.

import type { ArticleRecord } from "../../core/index-state.ts";
import { COPY_RUNS, COPY_SHARE } from "./thresholds.ts";

const NOTHING = new Uint32Array(0);

/** `undefined` for an article that is not known. */
export function toTraced(record: ArticleRecord | undefined): TracedArticle | undefined {
  if (record === undefined) return undefined;
  const { id, textSha256, lineage } = record;
  const { prints = NOTHING, marks = NOTHING } = lineage ?? {};
  return { id, textSha256, prints, marks };
}

/** An article as far as a search for copies needs it. */
export interface TracedArticle {
  readonly id: string;
  /** Digest of the text; equal texts are copies however short they are. */
  readonly textSha256: string;
  /** Empty where nothing was sampled: such an article is a copy of an equal text only. */
  readonly prints: Uint32Array;
  /** Empty likewise: of such an article no passage is found in another. */
  readonly marks: Uint32Array;
}

/** Whether that many common runs are enough for samples of these sizes. */
export function isCopy(common: number, one: number, other: number): boolean {
  return common >= COPY_RUNS && common >= Math.min(one, other) * COPY_SHARE;
}

/** Both ascending. */
function countCommon(one: Uint32Array, other: Uint32Array): number {
  let [at, place, common] = [0, 0, 0];
  while (at < one.length && place < other.length) {
    const [left, right] = [one[at] ?? 0, other[place] ?? 0];
    if (left === right) common += 1;
    if (left <= right) at += 1;
    if (right <= left) place += 1;
  }
  return common;
}

/** The ids of those that copy the article or that it copies, in their order, itself left out. */
export function listCopiesOf(
  article: TracedArticle,
  others: readonly TracedArticle[],
): readonly string[] {
  const { prints } = article;
  const isCopyOf = (other: TracedArticle): boolean =>
    other.id !== article.id &&
    (other.textSha256 === article.textSha256 ||
      isCopy(countCommon(prints, other.prints), prints.length, other.prints.length));
  return others.filter(isCopyOf).map(({ id }) => id);
}
