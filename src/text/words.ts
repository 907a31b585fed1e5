// string → its words, with their places; how many they are; the letters and white space that they are made of.

/** `A-Z` and its accented forms. */
export const UPPER = "A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100-\\u017f\\u0218\\u021a";
/** `a-z` and its accented forms. */
export const LOWER = "a-z\\u00df-\\u00f6\\u00f8-\\u00ff\\u0100-\\u017f\\u0219\\u021b";
/** Both, and combining accents. */
export const LETTER = "A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u036f";

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

/** Text → the same without its white space, so that line breaks do not count. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The text on one line, single spaces between its words. */
export function flattenSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A pattern that matches exactly these words: `a.b` → `a\\.b`. */
export function escapePattern(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
