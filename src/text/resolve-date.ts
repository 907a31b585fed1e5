// A date as a text writes it and the day that the text was published → the day, month or year that it means.

import type { WrittenDate } from "./dates.ts";

const DAY = 86_400_000;
const MONTHS = 12;

/**
 * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it is written; `undefined` where it takes the day
 * of publication and that is not known, or where it means no one period ("the 1990s").
 *
 * Without a year or with a weekday alone, news means the nearest one that is past on the day of
 * publication, that day included; `isAhead` turns to the nearest to come.
 *
 * @param published `YYYY-MM-DD`.
 */
export function resolveDate(
  date: WrittenDate,
  published: string | undefined,
  isAhead = false,
): string | undefined {
  const { year, month, day, weekday, relative } = date;
  if (year !== undefined) return join(year, month, day);
  if (published === undefined) return undefined;
  if (month !== undefined) return nearestMonth(month, day, published, isAhead);
  if (weekday !== undefined) return nearestWeekday(weekday, published, isAhead);
  return relative === undefined ? undefined : resolveRelative(relative, published);
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
  isAhead: boolean,
): string {
  const year = Number(published.slice(0, 4));
  const here = join(year, month, day);
  const then = published.slice(0, here.length);
  if (isAhead) return here >= then ? here : join(year + 1, month, day);
  return here <= then ? here : join(year - 1, month, day);
}

function nearestWeekday(weekday: number, published: string, isAhead: boolean): string {
  const own = new Date(`${published}T00:00:00Z`).getUTCDay();
  const back = (own - weekday + 7) % 7;
  return shiftDays(published, isAhead ? (7 - back) % 7 : -back);
}

function shiftDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);
}

const STEPS: Readonly<Record<string, number>> = { last: -1, previous: -1, this: 0, next: 1 };

/** A week is no day, month or year; a season has none that all articles mean. */
function resolveRelative(relative: string, published: string): string | undefined {
  if (relative === "yesterday" || relative === "last night") return shiftDays(published, -1);
  if (relative === "tomorrow") return shiftDays(published, 1);
  const [word = "", unit = ""] = relative.split(" ");
  const step = STEPS[word];
  if (step === undefined) return undefined;
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  if (unit === "year") return join(year + step);
  if (unit !== "month") return undefined;
  const count = year * MONTHS + month - 1 + step;
  return join(Math.floor(count / MONTHS), (count % MONTHS) + 1);
}
