// A text of more lines than any article → parts at line ends, without a look at each line.

import type { Span } from "../../core/span.ts";

/** Beyond this a text is no article, and each line of it would cost more than its words. */
const MOST_LINES = 30_000;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/** About a passage. */
const PART_UNITS = 1_000;

/** Whether `[from, text.length)` has too many lines to be laid out one by one. */
export function isCrowded(text: string, from: number): boolean {
  if (text.length - from <= MOST_LINES) return false;
  let lines = 0;
  const ends = new RegExp(LINE_END);
  ends.lastIndex = from;
  while (ends.test(text)) {
    lines += 1;
    if (lines > MOST_LINES) return true;
  }
  return false;
}

/** Stretches of whole lines, each as long as a passage; a longer line stays whole. */
export function cutCrowdedText(text: string, from: number): readonly Span[] {
  const spans: Span[] = [];
  const ends = new RegExp(LINE_END);
  for (let start = from; start < text.length; ) {
    ends.lastIndex = start + PART_UNITS;
    const found = ends.exec(text);
    const end = found === null ? text.length : found.index;
    spans.push({ start, end });
    start = found === null ? text.length : ends.lastIndex;
  }
  return spans;
}
