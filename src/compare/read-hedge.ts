// A sentence and where its value stands → what the words around its value take from it, where they take something.

import type { ValueHedge } from "../core/comparison.ts";
import type { Span } from "../core/span.ts";
import { listHedges } from "../english/hedges.ts";

/** A bound or "some" is told with the value itself. The gravest first. */
const GRAVEST: readonly ValueHedge[] = [
  "denied",
  "conditional",
  "alleged",
  "reported",
  "possible",
  "planned",
  "estimated",
];

/** Words of those kinds that are told with the number, or that say only who speaks. */
const IDLE =
  /^(?:reported|claims?|claimed|claiming|approximately|roughly|nearly|almost|or so|more or less|about|around|some|close to|circa|believes?|believed|thinks?|thought|suggest(?:s|ed|ing)?|known to (?:be|have)|considered to (?:be|have)|would|as long as|otherwise|seem(?:s|ed|ingly)?|appear(?:s|ed)?|promis\w*|pledg\w*|vow\w*|disput\w*|could)$/iu;
const CLAUSE_END = /[;:—–]|,\s(?:and|but|while|whereas|which|who)\b/gu;

/** Read within the value's clause; the gravest where there are several. */
export function readHedge(text: string, place: Span): ValueHedge | undefined {
  const ends = Array.from(text.matchAll(CLAUSE_END), ({ index }) => index);
  const from = ends.findLast((end) => end < place.start) ?? 0;
  const to = ends.find((end) => end >= place.end) ?? text.length;
  const near = listHedges(text).filter(
    ({ start, end, text: words }) =>
      !IDLE.test(words) &&
      start >= from &&
      end <= to &&
      (end <= place.start || isBehind(text, place.end, start)),
  );
  return GRAVEST.find((kind) => near.some((hedge) => hedge.kind === kind));
}

/** "…, officials estimate": what closes the sentence; "40 planned cuts": what stands right behind. */
function isBehind(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  return /^\s*$/u.test(between) || /,[^,]*$/u.test(between);
}
