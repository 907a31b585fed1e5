// Days, weeks, months, seasons and years of the calendar → the days that they span; and a time found in a text.

import type { DaySpan } from "../../core/time.ts";

export type CalendarUnit = "day" | "week" | "month" | "year" | "decade";

const DAY = 86_400_000;
const MONTHS: Readonly<Record<CalendarUnit, number>> = {
  day: 0,
  week: 0,
  month: 1,
  year: 12,
  decade: 120,
};

export function addDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last one. */
function addMonths(day: string, by: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by;
  const month = `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`;
  return [spanPeriod(month).to, `${month}-${day.slice(8)}`].sort()[0] ?? day;
}

/** The day so many units further on, or back. */
export function shiftDay(day: string, unit: CalendarUnit, by: number): string {
  if (unit === "day" || unit === "week") return addDays(day, unit === "week" ? by * 7 : by);
  return addMonths(day, by * MONTHS[unit]);
}

/**
 * The day, week (Monday to Sunday), month or year that holds the day so many units further on, or
 * back. Ten years on is a year, not ten of them: "a decade ago" means no other precision.
 */
export function spanUnit(day: string, unit: CalendarUnit, by = 0): DaySpan {
  const there = shiftDay(day, unit, by);
  if (unit === "day") return { from: there, to: there };
  if (unit !== "week") return spanPeriod(there.slice(0, unit === "month" ? 7 : 4));
  const monday = addDays(there, -((readWeekday(there) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

/** @param period `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function spanPeriod(period: string): DaySpan {
  if (period.length === 4) return { from: `${period}-01-01`, to: `${period}-12-31` };
  if (period.length > 7) return { from: period, to: period };
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${period}-01`, to: `${period}-${pad(last, 2)}` };
}

/** The plainest name of a span: `YYYY`, `YYYY-MM`, a day, or both days with a slash (ISO 8601). */
export function namePlainly({ from, to }: DaySpan): string {
  const plain = [from.slice(0, 4), from.slice(0, 7), from].find((period) => {
    const whole = spanPeriod(period);
    return whole.from === from && whole.to === to;
  });
  return plain ?? `${from}/${to}`;
}

/** Whether it is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** 0 is Sunday. */
export function readWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** As part of a pattern. */
export const SEASON = "(?<season>spring|summer|autumn|fall|winter)";

const FIRST: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9 };

/**
 * Whole months of the northern half of the earth, as SUTime takes them; a winter begins in December.
 * @param year that it begins in.
 */
export function spanSeason(season: string, year: number): DaySpan {
  const first = FIRST[season.toLowerCase()];
  if (first === undefined) return { from: `${year}-12-01`, to: spanPeriod(`${year + 1}-02`).to };
  const [from, to] = [first, first + 2].map((month) => `${year}-${String(month).padStart(2, "0")}`);
  return { from: `${from}-01`, to: spanPeriod(to ?? "").to };
}

/** "The winter of 2010" may be either of two. */
export function spanSeasonOf(season: string, year: number): DaySpan {
  const own = spanSeason(season, year);
  return own.from.endsWith("-12-01") ? { from: `${year}-01-01`, to: own.to } : own;
}

/** `days` is absent where the text means days that nobody can tell from it. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly days?: DaySpan;
}

/** What a form needs to tell which days are meant. */
export interface TimeReading {
  /** The day that the text was published, `YYYY-MM-DD`. */
  readonly published: string | undefined;
  /** Whether the clause tells of what is to come or of what is past; undefined where it does neither. */
  readonly isAhead: boolean | undefined;
  /** The time last told before it in the same text, for "the next day". */
  readonly told: DaySpan | undefined;
}

/** One way to write a time; `undefined` where the days are not known. */
export interface TimeForm {
  /** With the flags `giu`; named groups. */
  readonly pattern: RegExp;
  read(
    groups: Readonly<Record<string, string | undefined>>,
    reading: TimeReading,
  ): DaySpan | undefined;
}
