// An ISO 8601 date or period → its name in words; a month's name ↔ its number.

import { namePlainly, spanPeriod } from "./times/calendar.ts";

/** A month's name or number → the other of the two. */
const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** 1 to 12 for a name of which at least three letters are written; 0 for anything else. */
export function readMonth(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** `2016-04-26T10:00Z` → `26 April 2016`; the day as written, in no time zone. Else unchanged. */
export function nameDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** Also `2016-04` → `April 2016`; a year stays as it is. */
export function namePeriod(iso: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(iso) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  return name === undefined ? nameDate(iso) : `${name} ${year}`;
}

/**
 * Days from `from` to `to`, both as `YYYY-MM-DD`: `2014`, `April 2016`, `26 April 2016`, `18 to 24 April
 * 2016`, `March to May 2015`; without an end `from 3 May 2014`, `until 3 May 2014`.
 */
export function nameDays({ from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from === undefined || to === undefined) {
    if (from !== undefined) return `from ${nameDate(from)}`;
    return to === undefined ? "" : `until ${nameDate(to)}`;
  }
  const plain = namePlainly({ from, to });
  if (!plain.includes("/")) return namePeriod(plain);
  const [first = "", last = ""] = listEnds(from, to).map(namePeriod);
  return `${dropShared(first, last)} to ${last}`;
}

/** As plain as both ends allow. */
function listEnds(from: string, to: string): readonly string[] {
  const isYears = from.endsWith("-01-01") && to.endsWith("-12-31");
  const isMonths = from.endsWith("-01") && spanPeriod(to.slice(0, 7)).to === to;
  return [from, to].map((day) => day.slice(0, isYears ? 4 : isMonths ? 7 : 10));
}

/** "18 April 2016", "24 April 2016" → "18". */
function dropShared(first: string, last: string): string {
  const [words, others] = [first.split(" "), last.split(" ")];
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop();
    others.pop();
  }
  return words.join(" ");
}
