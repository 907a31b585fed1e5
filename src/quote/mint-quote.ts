// An article's text and a span → a Quote or an Excerpt. The only file that can make one.

import type { Excerpt, Quote } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { Span } from "../core/span.ts";
import { countCodePoints, splitsPair } from "../text/code-points.ts";

/** How much of the surrounding text an excerpt carries on each side, in code units. */
const CONTEXT = 32;

/** True for a span that holds at least one code unit, lies in `text` and cuts no character in two. */
export function fitsText(text: string, { start, end }: Span): boolean {
  if (!(Number.isInteger(start) && Number.isInteger(end))) return false;
  if (start < 0 || start >= end || end > text.length) return false;
  return !(splitsPair(text, start) || splitsPair(text, end));
}

/**
 * Slices an excerpt from a file's text as it was read just now. `text` is
 * `source.text.slice(start, end)` and nothing else: no caller can pass its own words in.
 * @throws RangeError when the span does not fit the text ({@link fitsText}).
 */
export function mintExcerpt(source: SourceText, span: Span): Excerpt {
  const { start, end } = span;
  if (!fitsText(source.text, span)) {
    throw new RangeError(`[${start},${end}) is no span of ${source.id}`);
  }
  const before = Math.max(0, start - CONTEXT);
  const after = Math.min(source.text.length, end + CONTEXT);
  const text = source.text.slice(start, end);
  const repeated = source.text.indexOf(text) !== start || source.text.includes(text, start + 1);
  return {
    articleId: source.id,
    start,
    end,
    text,
    ...(repeated && { repeated }),
    prefix: source.text.slice(splitsPair(source.text, before) ? before + 1 : before, start),
    suffix: source.text.slice(end, splitsPair(source.text, after) ? after - 1 : after),
    codePoints: {
      start: countCodePoints(source.text, start),
      end: countCodePoints(source.text, end),
    },
  } as Excerpt;
}

/**
 * An excerpt that carries the citation marker `[number]`, with the words that answer where they are a
 * short part of it.
 * @throws RangeError as {@link mintExcerpt}.
 */
export function mintQuote(
  source: SourceText,
  span: Span & { readonly answer?: Span },
  number: number,
): Quote {
  const answer = fitAnswer(source.text, span);
  return { number, ...mintExcerpt(source, span), ...(answer && { answer }) } as Quote;
}

/** Where the answer is nearly all of the quote, to mark it would say nothing. */
const LONGEST_ANSWER = 0.6;

/** Without the white space at its ends. */
function fitAnswer(
  text: string,
  { start, end, answer }: Span & { readonly answer?: Span },
): Span | undefined {
  if (answer === undefined || !fitsText(text, answer)) return undefined;
  const words = text.slice(answer.start, answer.end);
  const from = answer.start + words.length - words.trimStart().length;
  const to = from + words.trim().length;
  const isShort = to - from <= LONGEST_ANSWER * (end - start);
  return from < to && isShort && start <= from && to <= end ? { start: from, end: to } : undefined;
}
