// Text → the dates in it, where they stand, and the day, month or year that each is, as far as that can be told.

import { readMonth } from "./iso-date.ts";
import { addDays } from "./times/calendar.ts";

/** `text.slice(start, end)` is how it is written; absent parts are not written. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** "the 1990s" is 1990. */
  readonly decade?: number;
  /** "yesterday", "last month": in lower case, without "the". */
  readonly relative?: string;
}

const DAYS = "sun mon tue wed thu fri sat".split(" ");
const MONTH =
  "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
const YEAR = "(?<year>1[5-9]\\d\\d|20\\d\\d|21\\d\\d)(?![\\d,.]*\\d)";
const DAY = "(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!,?\\d)";

const FORMS: readonly RegExp[] = [
  /(?<![\d-])(?<year>\d{4})-(?<monthNumber>\d\d)-(?<day>\d\d)(?!\d)/gu,
  new RegExp(`\\b${MONTH} ${DAY}(?:,? ${YEAR})?`, "gu"),
  new RegExp(`(?<![\\d.,$€£-])${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`, "gu"),
  new RegExp(`\\b${MONTH},? (?:of )?${YEAR}`, "gu"),
  new RegExp(`\\b${MONTH}(?! ${DAY})`, "gu"),
  /(?<![\d.,$€£-])(?:the )?(?:mid-|late |early )?(?<decade>1[5-9]\d0|20\d0)['’]?s\b/gu,
  new RegExp(`(?<![\\d.,$€£-])${YEAR}(?!['’]?s\\b)(?!-\\d)`, "gu"),
  /\b(?<weekday>Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day\b|\.)/gu,
  /\b(?<relative>yesterday|tomorrow|(?:last|next|this|previous|past) (?:week|month|year|night|spring|summer|autumn|fall|winter|decade))\b/giu,
];

/** Every date in order of place; a longer form wins over the shorter ones inside it. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const date = readDate(match);
      if (!found.some((other) => overlaps(other, date))) found.push(date);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function overlaps(one: WrittenDate, other: WrittenDate): boolean {
  return one.start < other.end && other.start < one.end;
}

function readDate(match: RegExpExecArray): WrittenDate {
  const { year, month, monthNumber, day, weekday, decade, relative } = match.groups ?? {};
  const monthAt = monthNumber === undefined ? monthOf(month) : Number(monthNumber);
  return {
    start: match.index,
    end: match.index + match[0].length,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(monthAt === undefined ? {} : { month: monthAt }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(weekday === undefined ? {} : { weekday: DAYS.indexOf(weekday.slice(0, 3).toLowerCase()) }),
    ...(decade === undefined ? {} : { decade: Number(decade) }),
    ...(relative === undefined ? {} : { relative: relative.toLowerCase() }),
  };
}

function monthOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : readMonth(name);
}

/**
 * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it is written; `undefined` where it takes the day
 * of publication and that is not known, and for what is no date of the calendar ("the 1990s", "last week").
 *
 * Without a year or with a weekday alone, news means the nearest one that is past on the day of
 * publication, that day included; `isAhead` turns to the nearest to come. A month of which it is not
 * known whether it is past (`undefined`) is the nearer one of the two.
 *
 * @param published `YYYY-MM-DD`.
 */
export function resolveDate(
  date: WrittenDate,
  published: string | undefined,
  isAhead: boolean | undefined,
): string | undefined {
  const { year, month, day, weekday } = date;
  if (year !== undefined) return join(year, month, day);
  if (published === undefined) return undefined;
  if (month !== undefined) return nearestMonth(month, day, published, isAhead);
  return weekday === undefined ? undefined : nearestWeekday(weekday, published, isAhead);
}

function join(year: number, month?: number, day?: number): string {
  const parts = [String(year).padStart(4, "0")];
  for (const part of month === undefined ? [] : [month, ...(day === undefined ? [] : [day])]) {
    parts.push(String(part).padStart(2, "0"));
  }
  return parts.join("-");
}

function nearestMonth(
  month: number,
  day: number | undefined,
  published: string,
  isAhead: boolean | undefined,
): string {
  const year = Number(published.slice(0, 4));
  const here = join(year, month, day);
  const then = published.slice(0, here.length);
  const [before, after] =
    here <= then ? [here, join(year + 1, month, day)] : [join(year - 1, month, day), here];
  if (isAhead === true) return here === then ? here : after;
  return isAhead === undefined && isFar(before, published) ? after : before;
}

/** More than half a year before or after. */
function isFar(period: string, published: string): boolean {
  const [one, other] = [period, published].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  );
  return Math.abs((one ?? 0) - (other ?? 0)) > 6;
}

function nearestWeekday(weekday: number, published: string, isAhead: boolean | undefined): string {
  const time = Date.parse(`${published}T00:00:00Z`);
  const back = (new Date(time).getUTCDay() - weekday + 7) % 7;
  const by = isAhead ? (7 - back) % 7 : -back;
  return addDays(published, by);
}
