// Words that stand in an article as they are → why they mislead without the rest of their sentence, if they do.
// “the boats leak” of “I do not think that the boats leak” → it leaves out the negation “not”

import type { Span } from "../core/span.ts";
import { findWeight } from "../english/hedges.ts";

/** A sentence's end, the line's, and marks: what stands behind them turns nothing. */
const SENTENCE_START = /.*(?:[.!?…]["”’]?\s|\n|[“«„])/su;
const CLAUSE_START = /.*(?:[,;:—–()"”]|\s(?:and|but|so|because|as|or)\s)/su;
const CONDITION = /\b(?:if|unless|until|provided|except|without|but\s(?:only|not))\b/iu;
/** Up to where a condition behind the words still is of their clause, or right behind its comma. */
const TAIL = /^,?[^,;:.!?()“”"\n]{0,140}/u;

/** @param around what the document has before and behind the words: a denial of its own there is an honest one. */
export function findTruncated(
  text: string,
  { start, end }: Span,
  around: string,
): string | undefined {
  const sentence = text.slice(Math.max(0, start - 400), start).replace(SENTENCE_START, "");
  const lead = sentence.replace(CLAUSE_START, "");
  const negation = findWeight(lead, "negation");
  if (negation !== undefined && findWeight(around, "negation") === undefined) {
    return `it leaves out the negation “${negation}”`;
  }
  const tail = /[.!?]$/.test(text.slice(start, end)) ? "" : (TAIL.exec(text.slice(end))?.[0] ?? "");
  const condition = (CONDITION.exec(tail) ?? CONDITION.exec(lead))?.[0];
  if (condition !== undefined && !CONDITION.test(around)) {
    return `it leaves out the condition “${condition}”`;
  }
  return undefined;
}
