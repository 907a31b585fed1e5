// Two spans of one article → whether they mean the same sentence, though their ends may differ.

import type { Span } from "../core/span.ts";

/**
 * They share at least half of the shorter one, for two splitters rarely agree on every end: a
 * heading, a quotation mark or a list number more makes no other sentence.
 */
export function isSameSentence(first: Span, second: Span): boolean {
  const shared = Math.min(first.end, second.end) - Math.max(first.start, second.start);
  return shared > 0 && shared * 2 >= Math.min(first.end - first.start, second.end - second.start);
}
