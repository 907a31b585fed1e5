// A paragraph and a place in it → the sentence there, with the quotations that its speaker closes or opens.

import { remember } from "../../text/remember.ts";
import type { Mention } from "./find-mentions.ts";
import { BLOT } from "./mask-quotations.ts";
import { SHORT_TITLES } from "./name-patterns.ts";
import type { Paragraph } from "./read-paragraph.ts";

/** Half-open, in UTF-16 units of the paragraph. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

const STOP = new RegExp(
  `(?:(?<=[\\p{Ll}\\p{N})\\]%\\ue000]{2}[.!?…])(?<!\\b(?:${SHORT_TITLES})\\.)\\s+(?=[\\p{Lu}\\p{N}\\ue000‘(])|(?<=;)\\s+)`,
  "gu",
);
/** The last mark of a quotation, the white space behind it and what follows. */
const CLOSED = /\ue000(?<gap>[\s\u200b]+)(?=[\p{Lu}\ue000(])/gu;

/** What is quoted ends a sentence where it ends with a stop; "…?” she said" goes on. */
export function boundSentence(paragraph: Paragraph, at: number): Bounds {
  const stops = listStops(paragraph);
  return {
    start: stops.findLast((stop) => stop <= at) ?? 0,
    end: stops.find((stop) => stop > at) ?? paragraph.masked.length,
  };
}

/** Where sentences begin in a paragraph, but for the first. */
export function listStops(paragraph: Paragraph): readonly number[] {
  const stops = STOPS.get(paragraph.mentions) ?? findStops(paragraph);
  STOPS.set(paragraph.mentions, stops);
  return stops;
}

/** By the mentions of a paragraph, which are read once for each. */
const STOPS = new WeakMap<Paragraph["mentions"], readonly number[]>();

function findStops(paragraph: Paragraph): readonly number[] {
  const { masked } = paragraph;
  const stops = Array.from(masked.matchAll(STOP), ({ index, 0: gap }) => index + gap.length);
  for (const { index, 0: found } of masked.matchAll(CLOSED)) {
    const next = index + found.length;
    if (endsQuoted(paragraph, index, next)) stops.push(next);
  }
  return stops.sort((one, other) => one - other);
}

function endsQuoted({ words, masked, mentions }: Paragraph, mark: number, next: number): boolean {
  const inner = words.charAt(mark - 1);
  if (!/[.!?…—-]/.test(inner)) return false;
  if (masked.charAt(next) === BLOT) return true;
  return !mentions.some((mention) => mention.start === next && closes(masked, mention, inner));
}

/** "Ada Roe said." behind a full stop; behind "?" whatever does not lead on to more words of hers. */
function closes(masked: string, mention: Mention, inner: string): boolean {
  const after = masked.slice(mention.end);
  return inner === "." ? /^\s?[.;]|^\s*$/.test(after) : !/^(?:\sthat\b|:|,?\s?\ue000)/.test(after);
}

/** Nothing in it but what is quoted, and signs. */
export const isAllQuoted: (masked: string) => boolean = remember(
  (masked) => masked.includes(BLOT) && !/[\p{L}\p{N}]/u.test(masked),
  32,
);
