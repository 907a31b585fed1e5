// The ways in which news tells a stretch of the calendar that is no single date: "2014-15", "Q3 2018".

import type { DaySpan } from "./calendar.ts";
import { spanPeriod } from "./calendar.ts";
import type { TimeForm } from "./found-time.ts";
import { SEASON, spanSeasonOf } from "./seasons.ts";

const YEAR = "(?<year>1[5-9]\\d\\d|20\\d\\d|21\\d\\d)(?![\\d,.]*\\d)";
const QUARTERS: Readonly<Record<string, number>> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  last: 3,
};

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
    pattern: form(`the (?<which>first|second) half of ${YEAR}`),
    read: ({ which = "", year = "" }) => months(year, which.toLowerCase() === "first" ? 1 : 7, 6),
  },
  {
    pattern: form(`the (?<which>first|second|third|fourth|last) quarter of ${YEAR}`),
    read: ({ which = "", year = "" }) =>
      months(year, 1 + 3 * (QUARTERS[which.toLowerCase()] ?? 0), 3),
  },
  {
    pattern: form(`Q(?<which>[1-4]) (?:of )?${YEAR}`),
    read: ({ which = "1", year = "" }) => months(year, 3 * Number(which) - 2, 3),
  },
  {
    pattern: form(`(?:the )?${SEASON},? (?:of )?${YEAR}`),
    read: ({ season = "", year = "" }) => spanSeasonOf(season, Number(year)),
  },
];

function form(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.,$€£-])${source}(?!\\p{L})`, "giu");
}

function months(year: string, first: number, count: number): DaySpan {
  const [from, to] = [first, first + count - 1].map(
    (month) => `${year}-${String(month).padStart(2, "0")}`,
  );
  return { from: `${from}-01`, to: spanPeriod(to ?? "").to };
}
