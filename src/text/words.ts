// string → its words, with their places.

/** A word: `text.slice(start, end)`, a run of letters, marks and digits with inner `' ’ - . ,`. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in order, as written. Linear time. */
export function findWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** How long a text is in words as a reader counts them: runs without white space. */
export function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const white = isWhite(text.charCodeAt(at));
    if (!white && !inside) count += 1;
    inside = !white;
  }
  return count;
}

/** The white space of `\s`. */
function isWhite(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13);
  return unit >= 0xa0 && /\s/.test(String.fromCharCode(unit));
}
