// string → its words, with their places.

/** A word: `text.slice(start, end)`, a run of letters, marks and digits with inner `' ’ - . ,`. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;
const RUN = /\S+/g;

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
  for (const _ of text.matchAll(RUN)) count += 1;
  return count;
}
