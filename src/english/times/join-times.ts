// Times in order → the same with those that are one time joined: a weekday and its date, two ends.

import { findDates, resolveDate } from "../dates.ts";
import { addDays, isDay, readWeekday, spanPeriod } from "./calendar.ts";
import type { FoundTime } from "./found-time.ts";

const APPOSED = /^,?\s*(?:the\s+)?$/u;
const STRETCH = /^\s*(?:to|until|till|through|[-–—])\s*$/iu;
const BETWEEN = /\bbetween\s+(?:the\s+)?$/iu;
const WEEKDAY = /^(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)$/u;
const DAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
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

/** "Tuesday, 4 March": the date says which Tuesday, and the Tuesday which year where none is written. */
function appose(text: string, one: FoundTime, other: FoundTime): FoundTime | undefined {
  const weekday = text.slice(one.start, one.end);
  if (!WEEKDAY.test(weekday) || !APPOSED.test(text.slice(one.end, other.start))) return;
  const day = other.days?.from;
  if (day === undefined || !isWithoutYear(text, other)) return { ...other, start: one.start };
  const year = Number(day.slice(0, 4));
  const wanted = DAYS.indexOf(weekday.slice(0, 3));
  const fitting = [year, year + 1, year - 1]
    .map((number) => `${number}${day.slice(4)}`)
    .find((near) => isDay(near) && readWeekday(near) === wanted);
  const days = fitting === undefined ? other.days : { from: fitting, to: fitting };
  return { start: one.start, end: other.end, ...(days && { days }) };
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
  const period = date && resolveDate(date, last, false);
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
