// A season and the year that it begins in → its days.

import { type DaySpan, spanPeriod } from "./calendar.ts";

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
