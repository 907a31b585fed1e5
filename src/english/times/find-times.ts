// A text and the day that it was published → the times in it, each with the days that it means, those that are one time joined.

import type { DaySpan } from "../../core/time.ts";
import { findDates, resolveDate, type WrittenDate } from "../dates.ts";
import {
  addDays,
  type FoundTime,
  isDay,
  readWeekday,
  spanPeriod,
  type TimeForm,
  type TimeReading,
} from "./calendar.ts";
import { CALENDAR_FORMS, cutPart, readPartBefore } from "./calendar-forms.ts";
import { isDateInContext, readsAhead } from "./read-context.ts";
import { RELATIVE_FORMS } from "./relative-forms.ts";

/** A time spotted, not yet read. */
interface Spot {
  readonly start: number;
  readonly end: number;
  read(reading: TimeReading): DaySpan | undefined;
}

/** A text without any of these holds no time: most sentences need not be read further. */
const HINT =
  /\d{4}|days?\b|week|month|year|decade|\bago\b|night|morning|afternoon|evening|tomorrow|spring|summer|autumn|fall\b|winter|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs|fri|sat|sun)\b/iu;

/**
 * In order of place, none overlapping. A time told by the day of publication has `days` only where that
 * is given; "two days later" only where a day stands before it in the same text. Units are those of
 * HeidelTime (Strötgen and Gertz 2010): "two months ago" is a month, "a week ago" a week.
 *
 * @param published `YYYY-MM-DD`; anything else is no day.
 */
export function findTimes(text: string, published?: string): readonly FoundTime[] {
  if (!HINT.test(text)) return [];
  const day = published !== undefined && isDay(published) ? published : undefined;
  const found: FoundTime[] = [];
  for (const { start, end, read } of spotTimes(text)) {
    const told = found.findLast(({ days }) => days !== undefined)?.days;
    const isAhead = readsAhead(text, start, end);
    const days = keepDays(read({ published: day, told, isAhead }));
    found.push({ ...narrow(text, start, days), end });
  }
  return joinTimes(text, found);
}

/** "31 February" and "990 decades ago" are no days. */
function keepDays(days: DaySpan | undefined): DaySpan | undefined {
  return days !== undefined && isDay(days.from) && isDay(days.to) ? days : undefined;
}

function spotTimes(text: string): readonly Spot[] {
  const spots: Spot[] = [];
  const add = (spot: Spot): void => {
    if (!spots.some((other) => spot.start < other.end && other.start < spot.end)) spots.push(spot);
  };
  for (const form of [...CALENDAR_FORMS, ...RELATIVE_FORMS]) {
    for (const match of text.matchAll(form.pattern)) {
      if (!isTitle(match)) add(spotForm(form, match));
    }
  }
  for (const date of findDates(text)) {
    if (date.relative === undefined && isDateInContext(text, date)) add(spotDate(text, date));
  }
  return spots.sort((one, other) => one.start - other.start);
}

/** "USA TODAY", "the programme This Week", "this may have": capitals where there should be none, or none where there should. */
function isTitle({ 0: written, index, input, groups = {} }: RegExpExecArray): boolean {
  const name = groups["month"] ?? groups["weekday"];
  if (name !== undefined) return /^\p{Ll}/u.test(name);
  if (/\p{Lu}/u.test(written.slice(1).replace(/Q[1-4]/u, ""))) return true;
  return /^\p{Lu}/u.test(written) && !OPENS.test(input.slice(0, index));
}

/** Where a capital is no sign of a name. */
const OPENS = /(?:^|[.?!:;–—•“”"(‘’'-])\s*$/u;

/** What opens a count is no part of the time: "more than two years ago" is told from its number on. */
function spotForm(form: TimeForm, match: RegExpExecArray): Spot {
  const groups = match.groups ?? {};
  const start = match.index + (groups["open"]?.length ?? 0);
  return {
    start,
    end: match.index + match[0].length,
    read: (reading) => form.read(groups, reading),
  };
}

/** The full stop behind a month in full is the sentence's. */
const ENDS_SENTENCE = /(?:uary|ch|il|May|ne|ly|ust|ber)\.$/u;

function spotDate(text: string, date: WrittenDate): Spot {
  const { start, decade } = date;
  const end = ENDS_SENTENCE.test(text.slice(start, date.end)) ? date.end - 1 : date.end;
  if (decade !== undefined) {
    const days = { from: `${decade}-01-01`, to: `${decade + 9}-12-31` };
    return { start, end, read: () => days };
  }
  return {
    start,
    end,
    read: ({ published, isAhead }) => {
      const period = resolveDate(date, published, isAhead);
      return period === undefined ? undefined : spanPeriod(period);
    },
  };
}

/** A decade is found with its part: "the early 1990s". */
const DECADE_PART = /^(?:the )?(?:mid-|late |early )(?=\d)/iu;

/** Only the part of it that is meant, with the words that say so. */
function narrow(
  text: string,
  start: number,
  days: DaySpan | undefined,
): Pick<FoundTime, "start" | "days"> {
  const inside = DECADE_PART.exec(text.slice(start, start + 20))?.[0] ?? "";
  const before = readPartBefore(text, start + inside.length);
  if (before === undefined) return days === undefined ? { start } : { start, days };
  const first = Math.min(start, before.start);
  if (days === undefined) return { start: first };
  const cut = cutPart(days, before.part);
  return cut === days ? { start, days } : { start: first, days: cut };
}

const APPOSED = /^,?\s*(?:the\s+)?$/u;
const STRETCH = /^\s*(?:to|until|till|through|[-–—])\s*$/iu;
const BETWEEN = /\bbetween\s+(?:the\s+)?$/iu;
const WEEKDAY = /^(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day|\.)$/u;
const DAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const FIRST_DAY = /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|and|-|–|—)\s*$/u;

/** Times in order → the same with those that are one time joined: a weekday and its date, two ends. */
function joinTimes(text: string, times: readonly FoundTime[]): readonly FoundTime[] {
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
