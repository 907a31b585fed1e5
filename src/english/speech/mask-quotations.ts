// A paragraph → the same length with all that stands between quotation marks blotted out.

import { pairMarks } from "../../text/pair-marks.ts";
import { remember } from "../../text/remember.ts";
import { countWords } from "../../text/words.ts";

/** Stands for each blotted character. */
export const BLOT = "\ue000";

/** How a sentence ends in a masked text, as part of a pattern: "he said.", "in 2016." and no "U.S." */
export const SENTENCE_END: string = `[\\p{Ll}\\p{N})${BLOT}]{2}[.!?]`;

const MARK = /["“”„«»]/;
const OPEN = /[“„«]/;
const CLOSE = /[”»]/;

/** Two apostrophes stand for a mark that opens or closes. */
const PAIRED = /[’']{2}|[‘`]{2}/gu;

/** "the pier . It": the stop belongs to the word before it. */
const ASTRAY = / ([.,;:!?])(?=\s)/g;

/** The marks are blotted too. What is opened and not closed is quoted to the end of the paragraph. */
export const maskQuotations: (paragraph: string) => string = remember(blot, 32);

function blot(paragraph: string): string {
  const plain = paragraph.replaceAll(PAIRED, `"${BLOT}`).replaceAll(ASTRAY, "$1 ");
  return MARK.test(plain) ? blotDouble(plain) : blotSingle(plain);
}

function blotDouble(paragraph: string): string {
  let open = "";
  let from = 0;
  const masked: string[] = [];
  for (const { index, 0: mark } of paragraph.matchAll(/["“”„«»]/g)) {
    masked.push(open === "" ? paragraph.slice(from, index) : BLOT.repeat(index - from), BLOT);
    open = listOpen(open, mark);
    from = index + 1;
  }
  masked.push(open === "" ? paragraph.slice(from) : BLOT.repeat(paragraph.length - from));
  return masked.join("");
}

/** What is open behind a mark. Any may close what another shape opened; curly ones between straight ones are inside. */
function listOpen(open: string, mark: string): string {
  if (open === "") return CLOSE.test(mark) ? "" : mark;
  if (OPEN.test(mark)) return open.startsWith('"') ? open + mark : open;
  return mark === '"' ? "" : open.slice(0, -1);
}

/** Between single marks fewer words are a label. */
const LEAST = 3;

function blotSingle(paragraph: string): string {
  let masked = paragraph;
  for (const { start, end } of pairMarks(paragraph)) {
    if (countWords(masked.slice(start, end)) < LEAST) continue;
    masked = masked.slice(0, start) + BLOT.repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** Share of the letters of `[start, end)` that are blotted, 0 to 1. */
export function measureQuoted(masked: string, start: number, end: number): number {
  const units = masked.slice(start, end).replaceAll(/\s/g, "");
  if (units === "") return 0;
  return (units.split(BLOT).length - 1) / units.length;
}
