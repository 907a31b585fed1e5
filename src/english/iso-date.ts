// A date as written ↔ ISO 8601: read where it says one day, and named in words.

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

const NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?/;
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: readonly [number, number, number];
}[] = [
  { pattern: /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/, order: [1, 2, 3] },
  {
    pattern: new RegExp(`\\b(${NAME})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i"),
    order: [3, 1, 2],
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${NAME})\\b\\.?,?\\s+(\\d{4})\\b`,
      "i",
    ),
    order: [3, 2, 1],
  },
];

/** A date found in a text: its ISO form, and where it stands. */
export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date with day, month and year in `text`, as `YYYY-MM-DD`; a text that starts as an ISO
 * date-time keeps its time. Dates of digits alone are read year first only: 3/4/2016 may be two days.
 */
export function readDate(text: string): FoundDate | undefined {
  const head = text.slice(0, 400);
  const whole = ISO.exec(head);
  if (whole?.[4] !== undefined && isDay(Number(whole[1]), Number(whole[2]), Number(whole[3]))) {
    const iso = `${whole[1]}-${whole[2]}-${whole[3]}T${whole[4]}${whole[5] ?? ""}`;
    return { iso, start: 0, end: whole[0].length };
  }
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const [year, month, day] = order.map((group) => readPart(match[group] ?? ""));
    if (year === undefined || month === undefined || day === undefined) continue;
    if (!isDay(year, month, day)) continue;
    const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    return { iso, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function readPart(part: string): number {
  if (/^\d+$/.test(part)) return Number(part);
  return readMonth(part);
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= length;
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
