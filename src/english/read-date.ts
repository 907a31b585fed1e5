// A date as written → ISO 8601, or nothing where it does not say one day.

import { readMonth } from "./iso-date.ts";

const NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** Between the parts of a date with a named month: `2 Jan 2024`, `02-Jan-2024`, `Jan. 2, 2024`. */
const GAP = "(?:\\.?\\s*,?\\s+|\\.?\\s*[-/]\\s*)";
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: readonly [number, number, number];
}[] = [
  { pattern: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, order: [1, 3, 4] },
  {
    pattern: new RegExp(`\\b(${NAME})\\b${GAP}(\\d{1,2})(?:st|nd|rd|th)?${GAP}(\\d{4})\\b`, "i"),
    order: [3, 1, 2],
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of\\s+|${GAP})(${NAME})\\b${GAP}(\\d{4})\\b`,
      "i",
    ),
    order: [3, 2, 1],
  },
  {
    pattern: new RegExp(`\\b(\\d{4})${GAP}(${NAME})\\b${GAP}(\\d{1,2})(?:st|nd|rd|th)?\\b`, "i"),
    order: [1, 2, 3],
  },
];
const TIME =
  /^(?:T|\s*(?:,|at|[-–—|])?\s+)(\d{1,2})(?:[:.](\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s*([ap])?(?:\.?m\b\.?)?(?:\s?\(?(Z|UTC|GMT|[A-Z]{1,2}[SD]?T|[A-Z]{3,4}|[+-]\d{2}(?::?\d{2})?)\b\)?)?/i;
/** Names that mean one distance from UTC wherever they are written; IST or CST may be several. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...["Z", "UTC", "GMT", "WET"].map((name) => [name, "Z"] as const),
  ["CET", "+01:00"],
  ["CEST", "+02:00"],
  ["EET", "+02:00"],
  ["EEST", "+03:00"],
  ["MSK", "+03:00"],
  ["EST", "-05:00"],
  ["EDT", "-04:00"],
  ["CDT", "-05:00"],
  ["MDT", "-06:00"],
  ["PST", "-08:00"],
  ["PDT", "-07:00"],
  ["JST", "+09:00"],
  ["AEST", "+10:00"],
]);

/** A date found in a text: its ISO form, and where it stands. */
interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date with day, month and year in `text`, as `YYYY-MM-DD`, in whatever order it is written
 * while that order is plain: 3/4/2016 may be two days and is none, 13/4/2016 is one. The day is the
 * one that is written, whatever the time zone. A text that starts as an ISO date-time keeps its time.
 */
export function readDate(text: string): FoundDate | undefined {
  const head = text.slice(0, 400);
  const date = readForms(head);
  if (date === undefined || !/^\d{4}-\d\d-\d\d/.test(head)) return date;
  const time = readTime(head.slice(date.end));
  return { ...date, iso: date.iso + time.iso, end: date.end + time.length };
}

/**
 * As {@link readDate}, with the time of day where one stands beside it: `Jan 2, 2024, 3:45 pm EST` →
 * `2024-01-02T15:45-05:00`. For a value that is a date and nothing else, so forms of digits alone and
 * seconds since 1970 are read too.
 */
export function readDateTime(value: string): string | undefined {
  const text = value.trim().slice(0, 400);
  const seconds = /^(\d{10})(?:\d{3})?$/.exec(text)?.[1];
  if (seconds !== undefined)
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text,
  );
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    const time =
      hour === undefined ? "" : `T${hour}:${minute}${second ? `:${second}` : ""}${zone ?? ""}`;
    return readDateTime(`${year}-${month}-${day}${time}`);
  }
  // "Updated 3 May; published 2 May": the day of publication is the one that is asked for.
  const from = Math.max(text.search(/\b(?:published|posted)\b/i), 0);
  const date = readForms(text.slice(from)) ?? readDigits(text.slice(from));
  if (date === undefined) return undefined;
  return date.iso + readTime(text.slice(from + date.end)).iso;
}

/** Whether the digits of a value name two days: `3/4/2016`. */
export function isAmbiguousDate(value: string): boolean {
  return /^\D*\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)/.test(value) && readDateTime(value) === undefined;
}

function readForms(head: string): FoundDate | undefined {
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const [year, month, day] = order.map((group) => readPart(match[group] ?? ""));
    const iso = writeDay(year, month, day);
    if (iso !== undefined) return { iso, start: match.index, end: match.index + match[0].length };
  }
  return readPlainDigits(head);
}

/** `13/4/2016` and `4/13/2016` are one day each; `5/5/2016` is the same in both orders. */
function readPlainDigits(head: string): FoundDate | undefined {
  const match = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d./-]*\d)/.exec(head);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const days = [writeDay(year, second, first), writeDay(year, first, second)];
  const iso =
    days[0] === days[1] || days[1] === undefined
      ? days[0]
      : days[0] === undefined
        ? days[1]
        : undefined;
  return iso === undefined
    ? undefined
    : { iso, start: match.index, end: match.index + match[0].length };
}

/** `[2024, 1, 7]` and `2024 01 07`, as programs that keep references write them. */
function readDigits(text: string): FoundDate | undefined {
  const match = /^\W*(\d{4})[\s,]+(\d{1,2})[\s,]+(\d{1,2})\W*$/.exec(text);
  const iso = match && writeDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return match && iso ? { iso, start: 0, end: match[0].length } : undefined;
}

/** The ISO form of the time that opens `rest`, with how much of it is written; empty where none does. */
function readTime(rest: string): { readonly iso: string; readonly length: number } {
  const none = { iso: "", length: 0 };
  const match = TIME.exec(rest);
  if (match === null) return none;
  const [whole, hours = "", minutes, seconds, half, zone] = match;
  if (minutes === undefined && half === undefined) return none;
  const hour = Number(hours);
  if (hour > 23 || Number(minutes ?? 0) > 59) return none;
  const isHalf = half !== undefined && hour <= 12;
  const shifted = isHalf ? (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0) : hour;
  const written = `T${String(shifted).padStart(2, "0")}:${minutes ?? "00"}`;
  const iso = `${written}${seconds === undefined ? "" : `:${seconds}`}${readZone(zone)}`;
  return { iso, length: whole.length };
}

function readZone(zone: string | undefined): string {
  const offset = /^([+-]\d{2}):?(\d{2})?$/.exec(zone ?? "");
  if (offset !== null) return `${offset[1]}:${offset[2] ?? "00"}`;
  return ZONES.get((zone ?? "").toUpperCase()) ?? "";
}

function readPart(part: string): number {
  if (/^\d+$/.test(part)) return Number(part);
  return readMonth(part);
}

function writeDay(year = 0, month = 0, day = 0): string | undefined {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day > length) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
