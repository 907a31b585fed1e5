// A calendar date as a text writes it and the day that the text was published → the day, month or year that it means.

import type { WrittenDate } from "./dates.ts";
import { addDays } from "./times/calendar.ts";

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
