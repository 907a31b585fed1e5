// A paragraph → the same length with all that stands between quotation marks blotted out.

import { pairMarks } from "../../text/pair-marks.ts";
import { remember } from "../../text/remember.ts";
import { countWords } from "../../text/words.ts";

/** Stands for each blotted character. */
export const BLOT = "\ue000";

/** How a sentence ends in a masked text, as part of a pattern: "he said.", "in 2016." and no "U.S." */
export const SENTENCE_END: string = `[\\p{Ll}\\p{N})${BLOT}]{2}[.!?]`;

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
  return /["“”„«»]/.test(plain) ? blotDouble(plain) : blotSingle(plain);
}

/** Any mark may close what another shape opened; curly marks between straight ones are inside them. */
function blotDouble(paragraph: string): string {
  let [opened, inner, masked] = ["", 0, ""];
  for (const unit of paragraph.split("")) {
    const isMark = unit === '"' || OPEN.test(unit) || CLOSE.test(unit);
    masked += opened !== "" || isMark ? BLOT : unit;
    if (!isMark) continue;
    if (opened === "") opened = CLOSE.test(unit) ? "" : unit;
    else if (OPEN.test(unit)) inner += opened === '"' ? 1 : 0;
    else if (inner > 0 && unit !== '"') inner -= 1;
    else [opened, inner] = ["", 0];
  }
  return masked;
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
