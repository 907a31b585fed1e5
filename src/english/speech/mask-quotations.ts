// A paragraph → the same length with all that stands between quotation marks blotted out.

import { remember } from "../../text/remember.ts";

/** Stands for each blotted character. */
export const BLOT = "\ue000";

/** How a sentence ends in a masked text, as part of a pattern: "he said.", "in 2016." and no "U.S." */
export const SENTENCE_END: string = `[\\p{Ll}\\p{N})${BLOT}]{2}[.!?]`;

const OPEN = /[“„«]/;

/** Two apostrophes stand for a mark that opens or closes. */
const PAIRED = /[’']{2}|[‘`]{2}/gu;

/** "the pier . It": the stop belongs to the word before it. */
const ASTRAY = / ([.,;:!?])(?=\s)/g;

/** The marks are blotted too. What is opened and not closed is quoted to the end of the paragraph. */
export const maskQuotations: (paragraph: string) => string = remember(blot, 32);

function blot(paragraph: string): string {
  const text = paragraph.replaceAll(PAIRED, `"${BLOT}`).replaceAll(ASTRAY, "$1 ");
  let isQuoted = false;
  let from = 0;
  const masked: string[] = [];
  for (const { index, 0: mark } of text.matchAll(/["“„«”»]/gu)) {
    masked.push(isQuoted ? BLOT.repeat(index - from) : text.slice(from, index), BLOT);
    isQuoted = mark === '"' ? !isQuoted : OPEN.test(mark);
    from = index + 1;
  }
  masked.push(isQuoted ? BLOT.repeat(text.length - from) : text.slice(from));
  return masked.join("");
}

/** Share of the letters of `[start, end)` that are blotted, 0 to 1. */
export function measureQuoted(masked: string, start: number, end: number): number {
  const units = masked.slice(start, end).replaceAll(/\s/g, "");
  if (units === "") return 0;
  return (units.split(BLOT).length - 1) / units.length;
}
