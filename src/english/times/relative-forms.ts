// The ways in which news tells a time by another one: "yesterday", "two weeks ago", "last Tuesday".

import type { DaySpan } from "../../core/time.ts";
import { readMonth } from "../iso-date.ts";
import {
  addDays,
  type CalendarUnit,
  readWeekday,
  SEASON,
  shiftDay,
  spanPeriod,
  spanSeason,
  spanUnit,
  type TimeForm,
} from "./calendar.ts";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const COUNT = `(?<count>\\d{1,3}|an?|a couple of|${NUMBERS.join("|")})`;
const VAGUE = "(?<vague>several|some|a few|many|dozens of|a number of)";
const UNIT = "(?<unit>day|week|month|year|decade)s?";
const WEEKDAY = "(?<weekday>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day";
const MONTH =
  "(?<month>January|February|March|April|May|June|July|August|September|October|November|December)";
const SIDE = "(?<side>last|this past|this|next|this coming)";

/** "more than two years ago": any day before. */
const OPEN = "(?<open>(?:more|less|fewer|longer) than |over |under |at least |well )?";

const DAY_WORDS: Readonly<Record<string, number>> = {
  "the day before yesterday": -2,
  yesterday: -1,
  "last night": -1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  tomorrow: 1,
  "the day after tomorrow": 2,
};
const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  "this past": -1,
  this: 0,
  next: 1,
  "this coming": 1,
};

/** Longer forms first: a shorter one inside a longer one is not read. */
export const RELATIVE_FORMS: readonly TimeForm[] = [
  {
    pattern: form(`(?<word>${Object.keys(DAY_WORDS).join("|")})(?!['’]s?-)`),
    read: ({ word = "" }, { published }) =>
      published === undefined
        ? undefined
        : spanUnit(published, "day", DAY_WORDS[word.toLowerCase()]),
  },
  {
    pattern: form(`${OPEN}(?:${COUNT}|${VAGUE}) ${UNIT} ago`),
    read: ({ open, count, unit }, { published }) =>
      open !== undefined || count === undefined || published === undefined
        ? undefined
        : spanUnit(published, toUnit(unit), -readCount(count)),
  },
  {
    pattern: form(`the (?:past|last) (?:(?:${COUNT}|${VAGUE}) )?${UNIT}(?! of\\b)`),
    read: ({ count = "one", vague, unit }, { published }) =>
      vague !== undefined || published === undefined
        ? undefined
        : { from: shiftDay(published, toUnit(unit), -readCount(count)), to: published },
  },
  {
    pattern: form(
      `(?:${COUNT}|${VAGUE}) ${UNIT} (?<way>later|earlier)(?! than\\b)(?=[\\s,.;:!?)—–]|$)`,
    ),
    read: ({ count, unit, way }, { told }) =>
      count === undefined
        ? undefined
        : stepFrom(told, toUnit(unit), readCount(count) * (way === "later" ? 1 : -1)),
  },
  {
    pattern: form(`the (?<way>next|following|previous|preceding|same) ${UNIT}(?= |[,.;:!?)—–]|$)`),
    read: ({ way = "", unit }, { told }) =>
      stepFrom(told, toUnit(unit), ANCHORED[way.toLowerCase()] ?? -1),
  },
  {
    pattern: form(
      "the day (?<way>before|after)(?=[,.;:!?)—–]|$| (?:he|she|it|they|we|I)\\b(?! \\w+ed\\b))",
    ),
    read: ({ way }, { told }) => stepFrom(told, "day", way?.toLowerCase() === "before" ? -1 : 1),
  },
  {
    pattern: form("(?<part>earlier|later) this (?<unit>week|month|year)"),
    read: ({ part, unit }, { published }) => {
      if (published === undefined) return undefined;
      const { from, to } = spanUnit(published, toUnit(unit));
      return part?.toLowerCase() === "earlier" ? { from, to: published } : { from: published, to };
    },
  },
  {
    pattern: form(`(?:(?:the )?${SIDE}|the) weekend`),
    read: ({ side }, { published, isAhead }) =>
      published === undefined
        ? undefined
        : spanWeekend(published, side?.toLowerCase() ?? (isAhead ? "this" : "last")),
  },
  {
    pattern: form(`${SIDE} ${WEEKDAY}`),
    read: ({ side = "", weekday = "" }, { published }) =>
      published === undefined
        ? undefined
        : spanWeekday(published, weekday, STEPS[side.toLowerCase()] ?? 0),
  },
  {
    pattern: form(`${SIDE} ${MONTH}(?! \\d)`),
    read: ({ side = "", month = "" }, { published }) =>
      published === undefined
        ? undefined
        : spanMonth(published, readMonth(month), STEPS[side.toLowerCase()] ?? 0),
  },
  {
    pattern: form(`${SIDE} ${SEASON}`),
    read: ({ side = "", season = "" }, { published }) =>
      published === undefined
        ? undefined
        : seasonBeside(published, season, STEPS[side.toLowerCase()] ?? 0),
  },
  {
    pattern: form(`${SIDE} (?<unit>week|month|year|decade)(?!-|s\\b| of\\b)`),
    read: ({ side = "", unit }, { published }) =>
      published === undefined
        ? undefined
        : spanUnit(published, toUnit(unit), STEPS[side.toLowerCase()]),
  },
];

const ANCHORED: Readonly<Record<string, number>> = { next: 1, following: 1, same: 0 };

function form(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${source}(?![\\p{L}\\p{N}])`, "giu");
}

function toUnit(word = "day"): CalendarUnit {
  return word.toLowerCase() as CalendarUnit;
}

function readCount(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  if (/couple/i.test(word)) return 2;
  return Math.max(1, NUMBERS.indexOf(word.toLowerCase()) + 1);
}

/** "Two days later" than a month is no day. */
function stepFrom(told: DaySpan | undefined, unit: CalendarUnit, by: number): DaySpan | undefined {
  if (told === undefined) return undefined;
  const needed =
    unit === "day" || unit === "week" ? told.from : told.from.slice(0, unit === "month" ? 7 : 4);
  return told.to.startsWith(needed) ? spanUnit(told.from, unit, by) : undefined;
}

/** On a weekend that is the one meant; "last" is before it, "next" the one after the coming one. */
function spanWeekend(published: string, side: string): DaySpan {
  const saturday = addDays(spanUnit(published, "week").from, 5);
  const isWeekend = published >= saturday;
  const shift =
    { last: isWeekend && side === "last" ? 0 : -7, next: 7 }[side] ?? (STEPS[side] ?? 0) * 7;
  const from = addDays(saturday, shift);
  return { from, to: addDays(from, 1) };
}

/** "Last" and "next" are never the day itself. */
function spanWeekday(published: string, weekday: string, step: number): DaySpan {
  const wanted = "sun mon tue wed thu fri sat"
    .split(" ")
    .indexOf(weekday.slice(0, 3).toLowerCase());
  const back = (readWeekday(published) - wanted + 7) % 7;
  if (step < 0) return spanUnit(published, "day", -(back || 7));
  return spanUnit(published, "day", (7 - back) % 7 || (step > 0 ? 7 : 0));
}

function spanMonth(published: string, month: number, step: number): DaySpan {
  const [year, own] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const turn = step < 0 && month >= own ? -1 : step > 0 && month <= own ? 1 : 0;
  return spanPeriod(`${year + turn}-${String(month).padStart(2, "0")}`);
}

/** "Last" is the latest that is over, "next" the first to begin, "this" that of the year. */
function seasonBeside(published: string, season: string, step: number): DaySpan {
  const year = Number(published.slice(0, 4));
  const near = [year - 2, year - 1, year, year + 1].map((one) => spanSeason(season, one));
  const over = near.filter(({ to }) => to < published).at(-1);
  const coming = near.find(({ from }) => from > published);
  const own = near.find(({ from, to }) => from <= published && published <= to);
  const chosen = step < 0 ? over : step > 0 ? coming : (own ?? near[2]);
  return chosen ?? spanSeason(season, year);
}
