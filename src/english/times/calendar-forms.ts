// The ways in which news tells a stretch of the calendar: "2014-15", "summer 2018", and the parts of it: "mid-", "the end of".

import type { DaySpan } from "../../core/time.ts";
import { addDays, SEASON, spanSeasonOf, type TimeForm } from "./calendar.ts";

const YEAR = "(?<year>1[5-9]\\d\\d|20\\d\\d|21\\d\\d)(?![\\d,.]*\\d)";
export const CALENDAR_FORMS: readonly TimeForm[] = [
  {
    pattern: form(
      "(?<year>1[5-9]\\d\\d|20\\d\\d)[-–—](?<last>(?:1[5-9]|20|21)\\d\\d|\\d\\d)(?![-–—\\d])",
    ),
    read: ({ year = "", last = "" }) => {
      const end = last.length === 4 ? last : `${year.slice(0, 2)}${last}`;
      return end > year ? { from: `${year}-01-01`, to: `${end}-12-31` } : undefined;
    },
  },
  {
    pattern: form(`(?:the )?${SEASON},? (?:of )?${YEAR}`),
    read: ({ season = "", year = "" }) => spanSeasonOf(season, Number(year)),
  },
];

function form(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.,$€£-])${source}(?!\\p{L})`, "giu");
}

type Part = "start" | "middle" | "end";

const BEFORE =
  /(?<![\p{L}\p{N}])(?:(?:the )?(?:(?<early>early|start of|beginning of)|(?<mid>mid|middle of)|(?<late>late|end of))[ -](?:the )?)$/iu;

interface PartBefore {
  readonly part: Part;
  /** Where its words begin. */
  readonly start: number;
}

/** What of the time at `start` is meant, if words right before it say so. */
export function readPartBefore(text: string, start: number): PartBefore | undefined {
  const head = text.slice(Math.max(0, start - 24), start);
  const found = BEFORE.exec(head);
  if (found === null) return undefined;
  const { early, mid } = found.groups ?? {};
  const part = early !== undefined ? "start" : mid !== undefined ? "middle" : "end";
  return { part, start: start - (head.length - found.index) };
}

/**
 * A third of it, in whole days, months or years: a month's days to the 10th, to the 20th and after; a
 * year's months by fours; a decade's years by three, the first by four. A day or a week has no parts.
 */
export function cutPart(days: DaySpan, part: Part): DaySpan {
  const { from, to } = days;
  const year = from.slice(0, 4);
  if (from === to || addDays(from, 6) === to) return days;
  if (from.slice(0, 7) === to.slice(0, 7)) return pick(from.slice(0, 7), MONTH_THIRDS, part, to);
  if (year === to.slice(0, 4)) return pick(year, YEAR_THIRDS, part, to);
  return pick(year.slice(0, 3), DECADE_THIRDS, part, to);
}

type Bounds = Readonly<Record<Part, readonly [from: string, to: string]>>;

const MONTH_THIRDS: Bounds = { start: ["-01", "-10"], middle: ["-11", "-20"], end: ["-21", ""] };
const YEAR_THIRDS: Bounds = {
  start: ["-01-01", "-04-30"],
  middle: ["-05-01", "-08-31"],
  end: ["-09-01", "-12-31"],
};
const DECADE_THIRDS: Bounds = {
  start: ["0-01-01", "3-12-31"],
  middle: ["4-01-01", "6-12-31"],
  end: ["7-01-01", "9-12-31"],
};

function pick(head: string, bounds: Bounds, part: Part, last: string): DaySpan {
  const [from, to] = bounds[part];
  return { from: `${head}${from}`, to: to === "" ? last : `${head}${to}` };
}
