// A line and a number of columns → as much of its beginning or its end as fits, and how wide a text is.

import stringWidth from "string-width";

export const graphemes: Intl.Segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns on a terminal: wide characters take two. */
export function measureWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** The part of the text at that end that takes at most so many columns; no character is cut. */
export function cutToWidth(text: string, columns: number, from: "start" | "end"): string {
  if (measureWidth(text) <= columns) return text;
  // No more units than can be seen, and those of a few marks: a sentence may be a megabyte long.
  const near = from === "start" ? text.slice(0, 8 * columns + 8) : text.slice(-8 * columns - 8);
  const letters = Array.from(graphemes.segment(near), ({ segment }) => segment);
  if (from === "end") letters.reverse();
  const kept: string[] = [];
  let room = columns;
  for (const letter of letters) {
    room -= measureWidth(letter);
    if (room < 0) break;
    kept.push(letter);
  }
  return (from === "end" ? kept.reverse() : kept).join("");
}
