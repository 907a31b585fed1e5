// Markdown text → the regions that no reader sees: HTML comments, scripts and styles that are closed.

import type { Span } from "../../core/span.ts";

const OPEN = /<!--|<(script|style)\b[^<>]{0,500}>/gi;

/**
 * Regions in order, from the opening to the end of the closing mark. One that is never closed is no
 * region: it must not hide the rest of an article. Linear time.
 */
export function findClosedRegions(text: string, from: number): Span[] {
  const regions: Span[] = [];
  const unclosed = new Set<string>();
  const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  let cursor = from;
  for (const match of text.matchAll(OPEN)) {
    if (match.index < cursor) continue;
    const closing = match[1] === undefined ? "-->" : `</${match[1].toLowerCase()}>`;
    if (unclosed.has(closing)) continue;
    const at = lower.indexOf(closing, match.index + match[0].length);
    if (at < 0) {
      unclosed.add(closing);
      continue;
    }
    cursor = at + closing.length;
    regions.push({ start: match.index, end: cursor });
  }
  return regions;
}
