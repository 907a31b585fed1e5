// An offset in UTF-16 units ↔ the same in Unicode code points, as W3C's selectors count; and whether it cuts a character in two.

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

/** True when `offset` lies between the two halves of one surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
