// A calendar date as a text writes it and the day that the text was published → the day, month or year that it means.

import type { WrittenDate } from "./dates.ts";

const DAY = 86_400_000;

/**
 * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as it is written; `undefined` where it takes the day
 * of publication and that is not known, and for what is no date of the calendar ("the 1990s", "last week").
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
  isAhead: boolean,
): string {
  const year = Number(published.slice(0, 4));
  const here = join(year, month, day);
  const then = published.slice(0, here.length);
  if (isAhead) return here >= then ? here : join(year + 1, month, day);
  return here <= then ? here : join(year - 1, month, day);
}

function nearestWeekday(weekday: number, published: string, isAhead: boolean): string {
  const time = Date.parse(`${published}T00:00:00Z`);
  const back = (new Date(time).getUTCDay() - weekday + 7) % 7;
  const by = isAhead ? (7 - back) % 7 : -back;
  return new Date(time + by * DAY).toISOString().slice(0, 10);
}
