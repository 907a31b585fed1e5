// A quote's span and the sentences around it → the span with the sentence before, where it leans on that one.

import type { Span } from "../core/span.ts";
import { countWords } from "../text/words.ts";

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
