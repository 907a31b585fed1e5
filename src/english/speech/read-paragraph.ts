// A text and an offset → the paragraph there, its quotations blotted out, and who speaks in it.

import { linesAround } from "../../text/lines.ts";
import { remember } from "../../text/remember.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { maskQuotations } from "./mask-quotations.ts";

/** `words` is the paragraph, `masked` as long as it; mentions have offsets of the paragraph. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly masked: string;
  readonly mentions: readonly Mention[];
}

/** A line; a quotation that is not closed in it is quoted to its end. */
export function readParagraph(text: string, at: number): Paragraph {
  const { start, end } = linesAround(text, { start: at, end: at });
  const words = text.slice(start, end);
  return { start, end, words, ...readWords(words) };
}

const readWords = remember((words) => {
  const masked = maskQuotations(words);
  return { masked, mentions: findMentions(masked) };
}, 32);

/** Up to `most` paragraphs before, the nearest first; blank lines are none. */
export function readBefore(text: string, { start }: Paragraph, most: number): readonly Paragraph[] {
  const before: Paragraph[] = [];
  let at = start - 1;
  while (before.length < most && at > 0) {
    const earlier = readParagraph(text, at);
    if (earlier.masked.trim() !== "") before.push(earlier);
    at = earlier.start - 1;
  }
  return before;
}
