// Times in order → the same with those that are one time joined: a weekday and its date, two ends.

import { findDates } from "../dates.ts";
import { resolveDate } from "../resolve-date.ts";
import { addDays, spanPeriod } from "./calendar.ts";
import type { FoundTime } from "./found-time.ts";

const APPOSED = /^,?\s*(?:the\s+)?$/u;
const STRETCH = /^\s*(?:to|until|till|through|[-–—])\s*$/iu;
const BETWEEN = /\bbetween\s+(?:the\s+)?$/iu;
const WEEKDAY = /^(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)$/u;
const FIRST_DAY = /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|and|-|–|—)\s*$/u;

export function joinTimes(text: string, times: readonly FoundTime[]): readonly FoundTime[] {
  const joined: FoundTime[] = [];
  for (const found of times) {
    const time = stretchDays(text, found);
    const last = joined.at(-1);
    const one = last && (appose(text, last, time) ?? stretch(text, last, time));
    if (one === undefined) joined.push(time);
    else joined.splice(-1, 1, one);
  }
  return joined;
}

/** "Tuesday, 4 March 2014": the date says which Tuesday. */
function appose(text: string, one: FoundTime, other: FoundTime): FoundTime | undefined {
  if (!WEEKDAY.test(text.slice(one.start, one.end))) return;
  if (!APPOSED.test(text.slice(one.end, other.start))) return;
  return { ...other, start: one.start };
}

/** "From March to May 2015", "between 2012 and 2014"; the year of a first month is that of the second. */
function stretch(text: string, one: FoundTime, other: FoundTime): FoundTime | undefined {
  const between = text.slice(one.end, other.start);
  const isBetween = BETWEEN.test(text.slice(0, one.start)) && /^\s+and\s+$/iu.test(between);
  if (!(isBetween || STRETCH.test(between)) || other.days === undefined) return;
  const from =
    one.days === undefined || isWithoutYear(text, one)
      ? firstBefore(text, one, other.days.from)
      : one.days.from;
  if (from === undefined || from > other.days.to) return;
  return { start: one.start, end: other.end, days: { from, to: other.days.to } };
}

function isWithoutYear(text: string, { start, end }: FoundTime): boolean {
  return !/\d{4}/.test(text.slice(start, end));
}

/** The nearest such day before the other end: "December to March 2015" begins in 2014. */
function firstBefore(text: string, { start, end }: FoundTime, last: string): string | undefined {
  const [date] = findDates(`in ${text.slice(start, end)}`);
  const period = date && resolveDate(date, last);
  return period && spanPeriod(period).from;
}

/** "From 3 to 5 June 2017". */
function stretchDays(text: string, time: FoundTime): FoundTime {
  const { start, days } = time;
  if (days === undefined || days.from !== days.to || !/^\d/.test(text.slice(start))) return time;
  const found = FIRST_DAY.exec(text.slice(Math.max(0, start - 12), start));
  const [first, last] = [Number(found?.[1]), Number(days.to.slice(8))];
  if (found === null || first < 1 || first >= last) return time;
  return {
    ...time,
    start: start - found[0].length,
    days: { ...days, from: addDays(days.to, first - last) },
  };
}
