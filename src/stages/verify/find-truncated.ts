// Words that stand in an article as they are → why they mislead without the rest of their sentence, if they do.
// “the boats leak” of “I do not think that the boats leak” → it leaves out the negation “not”

import type { Span } from "../../model/span.ts";
import { findWeight } from "../../text/hedges.ts";

/** A sentence's end, the line's, and marks: what stands behind them turns nothing. */
const SENTENCE_START = /.*(?:[.!?…]["”’]?\s|\n|[“«„])/su;
const CLAUSE_START = /.*(?:[,;:—–()"”]|\s(?:and|but|so|because|as|or)\s)/su;
/** "If it rains, …" turns the whole sentence. */
const OPENS_CONDITION = /^\W*(?:(?:and|but|so|only|even)\s)?(?:if|unless|until)\b/iu;
const CONDITION = /\b(?:if|unless|provided|except|only\s(?:if|when|after))\b/iu;
/** Up to where a condition behind the words still is of their clause. */
const TAIL = /^[^,;:.!?—–()"“”\n]{0,80}/u;
/** Whose words follow, within what somebody says: "some people say that". */
const OTHERS = /\b(?:say|says|said|claims?|claimed|thinks?|believes?|told\s\S+)\s(?:that\s)?$/iu;
const OWN = /\b(?:I|[Ww]e)\s(?:\p{L}+\s){0,2}$/u;

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
  const condition =
    OPENS_CONDITION.exec(sentence)?.[0].trim() ??
    (CONDITION.exec(tail) ?? CONDITION.exec(lead))?.[0];
  if (condition !== undefined && !CONDITION.test(around)) {
    return `it leaves out the condition “${condition}”`;
  }
  const others = isQuoted(text, start) && !OWN.test(lead.replace(OTHERS, ""));
  return others && OTHERS.test(lead)
    ? "the words are somebody else's, whom the speaker cites"
    : undefined;
}

/** Within marks that the same line opens. */
function isQuoted(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return line.lastIndexOf("“") > line.lastIndexOf("”") || (line.split('"').length - 1) % 2 === 1;
}
