// A quote's span → the words that were spoken in it, without the marks and the "he said" around them.

import type { Span } from "../core/span.ts";
import { findWeight, listHedges } from "../english/hedges.ts";
import { BLOT, maskQuotations } from "../english/speech/mask-quotations.ts";
import { linesAround } from "../text/lines.ts";
import { countWords } from "../text/words.ts";

/** A longer clause behind the words tells more than who spoke. */
const MOST_WORDS = 6;
const MARK = /["“”„«»]/u;

/**
 * Of direct speech only: words that lie wholly between one pair of marks lose the marks that they
 * hold, and words from within a quotation that then closes lose a short clause behind it, unless that
 * denies or hedges them. Else that same span. Who spoke has to be told beside it.
 */
export function trimToSpoken(text: string, span: Span): Span {
  const { start: from, end: to } = linesAround(text, span);
  const line = text.slice(from, to);
  const masked = maskQuotations(line);
  const [start, end] = [span.start - from, span.end - from];
  const plain = indexOfPlain(masked, start, end);
  if (plain === end) return trimMarks(text, span);
  const isWithin = start > 0 && masked[start - 1] === BLOT && !MARK.test(line.charAt(start));
  const close = plain - 1;
  if (!(isWithin && plain > start && MARK.test(line.charAt(close)))) return span;
  const isClause = isMereClause(line.slice(plain, end)) && !masked.slice(plain, end).includes(BLOT);
  return isClause ? { start: span.start, end: from + close } : span;
}

/** The first place that is not quoted, or `end`. */
function indexOfPlain(masked: string, start: number, end: number): number {
  let place = start;
  while (place < end && masked[place] === BLOT) place += 1;
  return place;
}

function trimMarks(text: string, span: Span): Span {
  const { start, end } = span;
  const inner = {
    start: MARK.test(text.charAt(start)) ? start + 1 : start,
    end: MARK.test(text.charAt(end - 1)) ? end - 1 : end,
  };
  const hasMarks = MARK.test(text.slice(inner.start, inner.end));
  const isSame = inner.start === start && inner.end === end;
  return isSame || hasMarks || inner.start >= inner.end ? span : inner;
}

function isMereClause(clause: string): boolean {
  const isTold = /\p{L}/u.test(clause) && countWords(clause) <= MOST_WORDS;
  return isTold && listHedges(clause).length === 0 && !isWeighty(clause);
}

function isWeighty(clause: string): boolean {
  const weights = ["negation", "condition"] as const;
  return weights.some((weight) => findWeight(clause, weight) !== undefined);
}
