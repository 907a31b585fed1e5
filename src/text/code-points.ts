// An offset in UTF-16 units ↔ the same offset in Unicode code points, as W3C's selectors count.

import { splitsPair } from "./surrogates.ts";

/** How many code points `text` has before `offset` (UTF-16 units). Half a surrogate pair counts as one. */
export function countCodePoints(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return before.length - (before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** The offset in UTF-16 units behind `count` code points, as if the text went on for ever. */
export function skipCodePoints(text: string, count: number): number {
  let at = 0;
  let left = count;
  for (; left > 0 && at < text.length; left -= 1) at += splitsPair(text, at + 1) ? 2 : 1;
  return at + left;
}
