// A parsed article and a span in it → the paragraph around the span, as a reader would want to see it.

import type { Article } from "../../core/article.ts";
import type { Span } from "../../core/span.ts";
import { splitSentences } from "../../english/split-sentences.ts";

/** Longer paragraphs are cut to the sentences nearest to the span. UTF-16 units. */
const LONGEST = 1000;
/** A paragraph that has less than this beside the span gets its neighbours. */
const LEAST_AROUND = 40;

/**
 * The blocks that the span touches, and more where that is little more than the span itself; never
 * less than the span. Always one run of the article's text.
 */
export function findSurroundings(article: Article, span: Span): Span {
  const { blocks } = article;
  const first = blocks.findIndex(({ start, end }) => start < span.end && span.start < end);
  if (first === -1) return span;
  let last = first;
  while ((blocks[last + 1]?.start ?? Number.POSITIVE_INFINITY) < span.end) last += 1;
  const own = join([span, blocks[first] ?? span, blocks[last] ?? span]);
  if (lengthOf(own) > Math.max(LONGEST, lengthOf(span))) return narrow(article.text, own, span);
  if (lengthOf(own) - lengthOf(span) >= LEAST_AROUND) return own;
  const wide = join([own, ...neighbours(article, first, last)]);
  return lengthOf(wide) <= LONGEST ? wide : own;
}

/** The blocks before and behind, where nothing but white space lies between. */
function neighbours({ text, blocks }: Article, first: number, last: number): readonly Span[] {
  const [begin, end] = [blocks[first], blocks[last]];
  const [before, after] = [blocks[first - 1], blocks[last + 1]];
  return [
    ...(before && begin && isGap(text, before, begin) ? [before] : []),
    ...(after && end && after.kind !== "heading" && isGap(text, end, after) ? [after] : []),
  ];
}

function isGap(text: string, before: Span, behind: Span): boolean {
  return text.slice(before.end, behind.start).trim() === "";
}

/** Whole sentences around the span, one on each side in turn, as long as there is room. */
function narrow(text: string, paragraph: Span, span: Span): Span {
  const sentences = splitSentences(text, paragraph);
  const before = sentences.filter(({ end }) => end <= span.start).reverse();
  const behind = sentences.filter(({ start }) => start >= span.end);
  let chosen = join(sentences.filter(({ start, end }) => start < span.end && end > span.start));
  for (const next of alternate(before, behind)) {
    const wider = join([chosen, next]);
    if (lengthOf(wider) > LONGEST) break;
    chosen = wider;
  }
  return lengthOf(chosen) <= LONGEST ? join([chosen, span]) : span;
}

function alternate(before: readonly Span[], behind: readonly Span[]): readonly Span[] {
  return Array.from({ length: Math.max(before.length, behind.length) }).flatMap((_, i) =>
    [before[i], behind[i]].filter((span) => span !== undefined),
  );
}

function join(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
