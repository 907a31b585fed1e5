// A quote's span and the sentences around it → the span with what the quote leans on: its hedges, negations and subject.

import type { Span } from "../core/span.ts";
import { findWeight, listHedges, type Weight } from "../english/hedges.ts";
import { BLOT, maskQuotations } from "../english/speech/mask-quotations.ts";
import { linesAround } from "../text/lines.ts";
import { countWords } from "../text/words.ts";

/** A sentence that takes back or doubts the one before it: "The claim could not be verified." */
const DOUBTS_BEFORE =
  /^(?:(?:But|However|Yet|Still),?\s)?(?:(?:The|That|This|Those|These|Its|His|Her|Their|Neither|None\sof\s(?:the|these|those))\s(?:\p{Ll}+\s){0,3}?(?:claims?|reports?|allegations?|accounts?|figures?|numbers?|estimates?|statements?|accusations?|charges?|details?|documents?|images?|footage|toll)|It|That|This|They)\s(?:[\p{L}’']+\s){0,5}?(?:could\snot|couldn[’']t|cannot|can[’']t|(?:has|have|had|was|were|is|are)(?:\snot|n[’']t|\snever)|(?:was|were|has\sbeen|have\sbeen)\s(?:denied|disputed|rejected|retracted|withdrawn)|remain(?:s|ed)?\sun)[^.!?]{0,60}?(?:verif|confirm|corroborat|substantiat|authenticat|prove[nd]|denied|disputed|rejected|retracted|withdrawn)/u;
/** "CNN could not independently verify the documents." */
const UNVERIFIED =
  /^(?:(?:But|However),?\s)?(?:\p{Lu}[\p{L}’'.&-]*\s){1,5}(?:could\snot|couldn[’']t|cannot|can[’']t|has\snot|was\s(?:unable|not\sable)\sto|has\s(?:been\sunable|not\sbeen\sable)\sto)\s(?:been\sable\sto\s)?(?:\p{Ll}+ly\s)?(?:verify|verified|confirm|confirmed)\s(?:the|that|those|these|this|its|his|her|their|it|them)\b/u;

/**
 * A cut sentence is completed to the side on which it leaves a negation, a hedge, a condition or,
 * outside quotation marks, who says it. A sentence that doubts the quote and stands right behind it, a
 * line that ends in a colon and hedges what follows, and the hedging clause of a quotation of several
 * sentences are taken in. `sentences` are those around the span, in order; `text` is the article's.
 */
export function expandToHedge(text: string, cut: Span, sentences: readonly Span[]): Span {
  const span = expandToWords(text, cut);
  const touched = sentences.filter(({ start, end }) => start < span.end && span.start < end);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return span;
  const left = listLost(text, span, { start: first.start, end: last.end });
  const completed = {
    start: left.some(({ start }) => start < span.start) ? first.start : span.start,
    end: left.some(({ end }) => end > span.end) ? last.end : span.end,
  };
  const clause = expandToClause(text, completed, sentences);
  return expandToNeighbours(text, clause, sentences);
}

/** Half a word may be half of "cannot". */
function expandToWords(text: string, { start, end }: Span): Span {
  const ahead = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(
    text.slice(Math.max(0, start - LONGEST_WORD), start),
  );
  const behind = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(end, end + LONGEST_WORD));
  const [before, after] = [ahead?.[0].length ?? 0, behind?.[0].length ?? 0];
  const opens = /[\p{L}\p{N}]/u.test(text.charAt(start));
  const closes = /[\p{L}\p{N}]/u.test(text.charAt(end - 1));
  return { start: opens ? start - before : start, end: closes ? end + after : end };
}

const LONGEST_WORD = 60;

/** What denies, hedges or conditions in the sentence, or says whose words they are, and is not wholly in the span. */
function listLost(text: string, span: Span, sentence: Span): readonly Span[] {
  const whole = text.slice(sentence.start, sentence.end);
  const hedges = listHedges(whole).map(({ start, end }) => ({
    start: sentence.start + start,
    end: sentence.start + end,
  }));
  const lost = hedges.filter(({ start, end }) => start < span.start || end > span.end);
  const front = { start: sentence.start, end: Math.max(sentence.start, span.start) };
  const back = { start: Math.min(sentence.end, span.end), end: sentence.end };
  const weights: readonly Weight[] = isInMarks(text, span)
    ? ["negation", "condition"]
    : ["negation", "condition", "speaker"];
  const weighty = [front, back].filter(
    ({ start, end }) =>
      weights.some((weight) => findWeight(text.slice(start, end), weight) !== undefined) ||
      CLAIM.test(text.slice(start, end)),
  );
  return [...lost, ...weighty.filter(({ start, end }) => start < end)];
}

/** Whatever it is that is claimed: lives too, to be sure. */
const CLAIM = /\bclaim(?:s|ed|ing)?\b/iu;

/** Nothing of the span stands outside the quotation marks of its line. */
export function isInMarks(text: string, { start, end }: Span): boolean {
  const { start: from } = linesAround(text, { start, end });
  const masked = maskQuotations(text.slice(from, end));
  return !/[\p{L}\p{N}]/u.test(masked.slice(start - from));
}

/** “It fell. Forty died,” one claimed: the first sentence goes to the clause that hedges both. */
function expandToClause(text: string, span: Span, sentences: readonly Span[]): Span {
  if (!isInMarks(text, span)) return span;
  const { start: from, end: to } = linesAround(text, span);
  const masked = maskQuotations(text.slice(from, to));
  const close = from + skipMarks(masked, span.end - from, 1);
  const open = from + skipMarks(masked, span.start - from - 1, -1);
  const behind = sentences.find(({ start, end }) => start <= close && close < end);
  const before = sentences.findLast(({ start, end }) => start <= open && open < end);
  const after = behind === undefined ? "" : masked.slice(close - from, behind.end - from);
  const ahead = before === undefined ? "" : masked.slice(before.start - from, open + 1 - from);
  return {
    start: before !== undefined && hedges(ahead) ? Math.min(before.start, span.start) : span.start,
    end: behind !== undefined && hedges(after) ? Math.max(behind.end, span.end) : span.end,
  };
}

/** The first place from `at` on, in that direction, that is not quoted. */
function skipMarks(masked: string, at: number, step: 1 | -1): number {
  let place = at;
  while (masked[place] === BLOT) place += step;
  return place;
}

function hedges(clause: string): boolean {
  const plain = clause.replaceAll(BLOT, " ");
  return listHedges(plain).length > 0 || findWeight(plain, "negation") !== undefined;
}

function expandToNeighbours(text: string, span: Span, sentences: readonly Span[]): Span {
  const next = sentences.find(({ start }) => start >= span.end);
  const before = sentences.findLast(({ end }) => end <= span.start);
  const following = next === undefined ? "" : text.slice(next.start, next.end);
  const leading = before === undefined ? "" : text.slice(before.start, before.end);
  const isDoubted = DOUBTS_BEFORE.test(following) || UNVERIFIED.test(following);
  const isIntroduced = /:\s*$/u.test(leading) && hedges(leading);
  return {
    start: isIntroduced && before !== undefined ? before.start : span.start,
    end: isDoubted && next !== undefined ? next.end : span.end,
  };
}

/** Openings whose meaning stands in the sentence before; "this week" and "it is known that" lean on nothing. */
const LEANS =
  /^[\s“"'‘(]*(?:they|their|them|its|(?:this|that|these|those|such)(?! (?:week|month|year|morning|evening|spring|summer|autumn|winter|time|day|who|which|article|report)\b)|it(?!(?:['’]s| is| was| will be| would be| has been| had been| seems| appears| takes| took| remains)\b.*\b(?:that|to|whether|how|why|when)\b))\b/iu;
const PERSON = /^[\s“"'‘(]*(?:he|she|his|her)\b/iu;
/** Longer than this the two together are no quote any more. */
const MOST_WORDS = 90;

interface Surroundings {
  /** Those of the text around the span, in order. */
  readonly sentences: readonly Span[];
  /** What is quoted beside it: never shown twice. */
  readonly others: readonly Span[];
  /** Whether it is told already whom a "he" or "she" means. */
  readonly isNamed: boolean;
}

/** The sentence before is of the same paragraph, or is not taken in. */
export function expandToSubject(
  text: string,
  span: Span,
  { sentences, others, isNamed }: Surroundings,
): Span {
  const opening = text.slice(span.start, span.end);
  if (!(LEANS.test(opening) || (PERSON.test(opening) && !isNamed))) return span;
  const before = sentences.findLast(({ end }) => end <= span.start);
  if (before === undefined || !/^ ?$/.test(text.slice(before.end, span.start))) return span;
  if (others.some(({ start, end }) => start < before.end && before.start < end)) return span;
  const expanded = { start: before.start, end: span.end };
  return countWords(text.slice(expanded.start, expanded.end)) > MOST_WORDS ? span : expanded;
}
