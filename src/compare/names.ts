// The words of an answer → a name, a kind of thing or a date; two of them → whether they may be one.

import type { Issue } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import type { DaySpan } from "../core/time.ts";
import { findDates } from "../english/dates.ts";
import { readNames } from "../english/names.ts";
import { carriesSubject, foldWord } from "../english/stems.ts";
import { findTimes } from "../english/times/find-times.ts";
import { isOneEditApart } from "../text/similarity.ts";
import { findWords } from "../text/words.ts";

export interface NamedThing extends Span {
  /** Folded; what the question says itself and small words left out. Never none. */
  readonly words: readonly string[];
}

/** The names that the answer holds or is a part of; without any the answer's own words. */
export function readName(text: string, answer: Span, issue: Issue): NamedThing | undefined {
  const names = readNames(text).filter(
    (name) => name.start < answer.end && answer.start < name.end,
  );
  const [first, last] = [names[0], names.at(-1)];
  const isPlain = first === undefined || last === undefined || issue.kind !== "name";
  const place = isPlain ? answer : { start: first.start, end: last.end };
  const words = listOwnWords(text.slice(place.start, place.end), issue);
  return words.length === 0 ? undefined : { ...place, words };
}

function listOwnWords(label: string, { words }: Issue): readonly string[] {
  return findWords(label)
    .filter(({ text }) => carriesSubject(text) || /^\p{Lu}+$/u.test(text))
    .map(({ text }) => foldWord(text))
    .filter((word) => !words.has(word));
}

/** Shorter words must be the same to the letter. */
const LEAST_LENGTH = 5;

/**
 * "Ruiz" and "Ana Ruiz", "J. Holt" and "Jon Holt", "UN" and "United Nations", "Kyiv" and "Kyyiv".
 * Symmetric: the words of the shorter one must all stand in the longer one.
 */
export function isSameName(one: readonly string[], other: readonly string[]): boolean {
  if (isAcronym(one, other) || isAcronym(other, one)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return holdsAll(short, long) || (one.length === other.length && holdsAll(long, short));
}

function holdsAll(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word) => long.some((known) => isSameWord(word, known)));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  const isLong = Math.min(one.length, other.length) >= LEAST_LENGTH;
  return isLong && !/\d/.test(one + other) && isOneEditApart(one, other);
}

function isAcronym([short = "", ...more]: readonly string[], long: readonly string[]): boolean {
  if (more.length > 0 || long.length < 2) return false;
  return short.replaceAll(".", "") === long.map((word) => word[0]).join("");
}

/** Days where it is known which are meant, else the month and the day that are written: "4 March". */
export interface DatePoint extends Span {
  readonly days?: DaySpan;
  readonly month?: number;
  readonly day?: number;
}

/** "1840-1843", "from 1840 to 1843": one stretch. */
const STRETCH = /^\s*(?:[-–—]|to|until|through)\s*$/iu;

/**
 * In order of place. A weekday alone, in an article of which nobody knows the day, is no point: two
 * articles mean two Tuesdays.
 * @param published `YYYY-MM-DD`
 */
export function readDates(text: string, published?: string): readonly DatePoint[] {
  const placed: DatePoint[] = [];
  for (const { start, end, days } of findTimes(text, published)) {
    if (days === undefined) continue;
    const last = placed.at(-1);
    const isStretch = last?.days !== undefined && STRETCH.test(text.slice(last.end, start));
    if (isStretch && last.days.from < days.from) {
      placed.splice(-1, 1, { start: last.start, end, days: { from: last.days.from, to: days.to } });
    } else placed.push({ start, end, days });
  }
  const bare = findDates(text).flatMap(({ start, end, month, day }) => {
    const isPlaced = placed.some((one) => one.start < end && start < one.end);
    if (isPlaced || month === undefined) return [];
    return { start, end, month, ...(day !== undefined && { day }) };
  });
  return [...placed, ...bare].sort((one, other) => one.start - other.start);
}

/** Each as exact as written: "1914" and "November 1914" may be the same. */
export function relateDates(one: DatePoint, other: DatePoint): "same" | "different" | "apart" {
  const [left, right] = [one.days, other.days];
  if (left !== undefined && right !== undefined) {
    return left.from <= right.to && right.from <= left.to ? "same" : "different";
  }
  const [here, there] = [readMonthAndDay(one), readMonthAndDay(other)];
  if (here.month === undefined || there.month === undefined) return "apart";
  if (here.month !== there.month) return "different";
  if (here.day === undefined || there.day === undefined) return "same";
  return here.day === there.day ? "same" : "different";
}

/** Of a span of days: what all of it has in common. */
function readMonthAndDay({ days, month, day }: DatePoint): { month?: number; day?: number } {
  if (days === undefined)
    return { ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
  const [from, to] = [days.from, days.to].map((one) => one.slice(5).split("-").map(Number));
  if (days.from.slice(0, 7) !== days.to.slice(0, 7) || from?.[0] === undefined) return {};
  const isOneDay = from[1] === to?.[1];
  return { month: from[0], ...(isOneDay && from[1] !== undefined && { day: from[1] }) };
}
