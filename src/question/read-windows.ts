// A question without its quotations → the days that it asks about.

import type { DaySpan } from "../core/time.ts";
import { addDays, type FoundTime } from "../english/times/calendar.ts";
import { findTimes } from "../english/times/find-times.ts";

/** `[start, end)` of the question, with the preposition. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly from?: string;
  readonly to?: string;
  /** Not what happened in those days, but how it stood by then: "as of". */
  readonly isState: boolean;
}

const PREPOSITION =
  /(?<![\p{L}\p{N}])(?<word>as of|in|during|on|over|throughout|within|at|since|before|prior to|after|by|until|till|up to|from|between)\s+(?:the\s+year\s+|the\s+)?$/iu;
/** Tells its time without a preposition. */
const OWN =
  /^(?:(?:late |early )?(?:last|this|next)\b|yesterday|today|tonight|tomorrow|the day|the (?:past|last)\b|earlier|later|.*\bago$)/iu;
const WEEKDAY = /^(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)$/iu;
const INSIDE: ReadonlySet<string> = new Set(
  "in during on over throughout within at from between".split(" "),
);
const PRESENT_TENSE = /\b(?:is|are|am|do|does|has|have|can|['’]s)\b/iu;
const PAST_TENSE = /\b(?:did|was|were|had|happened|\p{L}{3,}ed)\b/iu;

export function readWindows(text: string, today: string): readonly Window[] {
  return findTimes(text, today).flatMap((time) => readWindow(text, time, today) ?? []);
}

function readWindow(text: string, time: FoundTime, today: string): Window | undefined {
  const { start, end, days } = time;
  const written = text.slice(start, end);
  const found = PREPOSITION.exec(text.slice(0, start));
  const word = found?.groups?.["word"]?.toLowerCase().replace(/\s+/g, " ");
  if (days === undefined || WEEKDAY.test(written)) return;
  if (word === undefined && !OWN.test(written)) return;
  if (/^today$/iu.test(written) && !isOfToday(text)) return;
  if (word !== undefined && INSIDE.has(word) && !isWhole(written)) return;
  const first = found === null ? start : found.index;
  return { start: first, end, isState: word === "as of", ...bound(word, days, today) };
}

/** "Who was arrested today?" asks for the day, "how many are there today?" for how it stands. */
function isOfToday(text: string): boolean {
  return PAST_TENSE.test(text) && !PRESENT_TENSE.test(text);
}

/** "In May" may be that of any year; so may "on 3 May". */
function isWhole(written: string): boolean {
  return /\d{4}/.test(written) || OWN.test(written) || /weekend$/iu.test(written);
}

function bound(
  word: string | undefined,
  { from, to }: DaySpan,
  today: string,
): { from?: string; to?: string } {
  switch (word) {
    case "since":
      return { from, to: today };
    case "after":
      return { from: addDays(to, 1) };
    case "before":
    case "prior to":
      return { to: addDays(from, -1) };
    case "by":
    case "until":
    case "till":
    case "up to":
    case "as of":
      return { to };
    default:
      return { from, to };
  }
}
