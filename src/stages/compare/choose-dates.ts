// A sentence and the point at issue → the date in it that speaks to it; two dates → whether they may be the same.

import { findDates, type WrittenDate } from "../../text/dates.ts";
import { resolveDate } from "../../text/resolve-date.ts";
import { namePlainly } from "../../text/times/calendar.ts";
import { findTimes } from "../../text/times/find-times.ts";
import { readsAhead } from "../../text/times/read-direction.ts";
import { measureNearness } from "./measure-distance.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, DatePoint, Statement } from "./statement.ts";

const STRETCH = /^\s*(?:[-–—]|to|and|until|through)\s*$/iu;
const LIVED = /\b(?:bear|born|birth|live|liv|die|death|dead|old|age)/i;
/** "(3 May 1841 – 1912)", "(born 3 May 1841 in Brone)". */
const LIFE =
  /\([^()]*(?:\b(?:born|b\.|died)\b[^()]*|\d{4}[^()]{0,40}\s?[-–—]\s?[^()]{0,60}\d{4})[^()]*\)/gu;
const DIED = /\bdie|\bdeath|\bend/i;

/** A weekday and the date beside it are one, and so are the ends of a stretch. */
export function chooseDates(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { text } = sentence;
  const isOfLife = LIVED.test([...issue.words].join(" "));
  const written = [...findYearStretches(text), ...joinDates(text, findDates(text))].map(
    (found) => ({ ...found, date: placeDate(found, sentence) }),
  );
  const dates = [...written, ...findRelative(sentence, written)].filter(
    (one) => isPoint(one.date) && (isOfLife || !isLifeDate(text, one)),
  );
  const scored = dates.map((one) => ({ ...one, score: scoreDate(one, text, issue) }));
  const best = scored.toSorted((one, other) => other.score - one.score)[0];
  if (best === undefined) return [];
  const label = text.slice(best.start, best.end).replace(/(?<=\p{Ll}{4})\.$/u, "");
  return [
    { sentence, value: { kind: "date", date: best.date }, label, place: best, isPast: false },
  ];
}

function isLifeDate(text: string, { start, end }: JoinedDate): boolean {
  return Array.from(text.matchAll(LIFE)).some(
    (life) => life.index < start && end <= life.index + life[0].length,
  );
}

interface JoinedDate {
  readonly start: number;
  readonly end: number;
  readonly date: DatePoint;
  /** The other end of a life: "(1841 – 1912)". */
  readonly isLastOfLife: boolean;
}

function scoreDate(date: JoinedDate, text: string, issue: Issue): number {
  const asked = [...issue.words].join(" ");
  const life = date.isLastOfLife === DIED.test(asked) ? 0 : -0.5;
  const precise = date.date.year === undefined ? 0 : 0.05;
  return measureNearness(text, date, issue) + life + precise;
}

/** "1840-1843", which is no date of its own. */
function findYearStretches(text: string): readonly JoinedDate[] {
  return Array.from(
    text.matchAll(/(?<![\d-])(1[5-9]\d\d|20\d\d)-(1[5-9]\d\d|20\d\d)(?![\d-])/gu),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      date: { year: Number(match[1]), lastYear: Number(match[2]) },
      isLastOfLife: false,
    }),
  );
}

/** A weekday that nobody can place is no point: two articles mean two Tuesdays. */
function isPoint({ year, month }: DatePoint): boolean {
  return year !== undefined || month !== undefined;
}

/** "On Tuesday" and "in May" are the days that the day of the article makes of them. */
function placeDate(
  { start, end, date }: JoinedDate,
  { text, published }: ComparedSentence,
): DatePoint {
  if (date.year !== undefined || published === undefined) return date;
  const { weekday, ...calendar } = date;
  const written = { start, end, ...(date.month === undefined ? date : calendar) };
  const period = resolveDate(written, published, readsAhead(text, start, end));
  return { ...readPeriod(period ?? ""), ...(weekday !== undefined && { weekday }) };
}

/** "Two days ago", "last month", where the day of the article makes a day, a month or a year of it. */
function findRelative(
  { text, published }: ComparedSentence,
  known: readonly JoinedDate[],
): readonly JoinedDate[] {
  if (published === undefined) return [];
  return findTimes(text, published).flatMap(({ start, end, days }) => {
    if (days === undefined || known.some((one) => one.start < end && start < one.end)) return [];
    const period = namePlainly(days);
    return period.includes("/")
      ? []
      : [{ start, end, date: readPeriod(period), isLastOfLife: false }];
  });
}

/** @param period `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or nothing. */
function readPeriod(period: string): DatePoint {
  const [year, month, day] = period.split("-").map(Number);
  return {
    ...(year ? { year } : {}),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

function joinDates(text: string, dates: readonly WrittenDate[]): readonly JoinedDate[] {
  const joined: JoinedDate[] = [];
  for (const date of dates) {
    const last = joined.at(-1);
    const one = last === undefined ? undefined : joinTwo(text, last, date);
    if (one === undefined) joined.push(readAlone(text, date));
    else joined.splice(-1, 1, one);
  }
  return joined;
}

function readAlone(text: string, date: WrittenDate): JoinedDate {
  const { start, end } = date;
  const isLastOfLife = /\(\s*[^()]{4,40}[-–—]\s*$/u.test(text.slice(0, start));
  return { start, end, date: toPoint(date), isLastOfLife };
}

function joinTwo(text: string, one: JoinedDate, other: WrittenDate): JoinedDate | undefined {
  const between = text.slice(one.end, other.start);
  const place = { start: one.start, end: other.end, isLastOfLife: false };
  if (isSameDay(one.date, other, between)) {
    return { ...place, date: { ...one.date, ...toPoint(other) } };
  }
  if (!isStretch(one.date, other, between)) return;
  return { ...place, date: { year: one.date.year ?? 0, lastYear: other.year ?? 0 } };
}

/** "Tuesday, 4 March 2014". */
function isSameDay(one: DatePoint, other: WrittenDate, between: string): boolean {
  return (
    one.weekday !== undefined && other.day !== undefined && /^,?\s*(?:the\s+)?$/u.test(between)
  );
}

/** "between 1840 and 1843", "1840–1843"; "and" without "between" joins two dates. */
function isStretch(one: DatePoint, other: WrittenDate, between: string): boolean {
  const years = one.year !== undefined && other.year !== undefined;
  return (
    years && one.day === undefined && STRETCH.test(between) && (one.year ?? 0) < (other.year ?? 0)
  );
}

function toPoint({ year, month, day, weekday, decade }: WrittenDate): DatePoint {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(weekday !== undefined && { weekday }),
    ...(decade !== undefined && { year: decade, lastYear: decade + 9 }),
  };
}

/** Each as exact as written: "1914" and "November 1914" may be the same day. */
export function isSameDate(one: DatePoint, other: DatePoint): boolean {
  if (one.year !== undefined && other.year !== undefined) {
    const [first, last] = [
      Math.max(one.year, other.year),
      Math.min(one.lastYear ?? one.year, other.lastYear ?? other.year),
    ];
    if (first > last) return false;
  }
  return (
    (["month", "day"] as const).every((part) => agrees(one[part], other[part])) &&
    weekdaysAgree(one, other)
  );
}

function weekdaysAgree(one: DatePoint, other: DatePoint): boolean {
  return one.day !== undefined && other.day !== undefined
    ? true
    : agrees(one.weekday, other.weekday);
}

function agrees(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
