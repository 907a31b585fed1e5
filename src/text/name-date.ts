// An ISO date or date-time → the day in words.

import { MONTH_NAMES } from "./month-names.ts";

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
