// Sentence → the amounts in it: how much, of what, and bounded how.

import type { Quantity } from "../english/measures.ts";
import { findPlainQuantities } from "../english/quantities.ts";
import { carriesSubject, stemWord } from "../english/stems.ts";
import { findWords } from "../text/words.ts";
import type { Amount, Bound } from "./amount.ts";

const BOUNDS_BEFORE: readonly (readonly [Bound, RegExp])[] = [
  [
    "up-to",
    /\b(?:up to|as (?:much|many|high|far|long) as|at most|no more than|a maximum of)\s+(?:an?\s+)?$/i,
  ],
  ["under", /\b(?:less than|fewer than|under|below|as (?:little|few|low) as)\s+$/i],
  [
    "over",
    /\b(?:more than|(?:just |well )?over|above|at least|upwards of|exceeding|no (?:less|fewer) than|in excess of)\s+$/i,
  ],
  ["nearly", /\b(?:nearly|almost|close to|just under|just short of|approaching|not quite)\s+$/i],
  ["about", /\b(?:about|around|some|roughly|approximately|(?:an )?estimated|circa|or so)\s+$/i],
];
/** A number that names something and counts nothing. */
const LABELLED =
  /(?:\d:|\b(?:[Nn]o\.|[Cc]hapter|[Aa]rticle|[Ss]ection|[Ff]light|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]age|[Ll]ine)\s)$/u;
/** "The 24th", "8:30", "8 p.m.". */
const NO_AMOUNT = /^(?:st|nd|rd|th)\b|^:\d|^\s?[ap]\.?m\b/iu;
const RANGE = /^\s*(?:[-–—]|to|or|and)\s*[$€£]?\s*$/iu;
const RATE_AFTER =
  /^\s*(?:\p{L}+\s+){0,3}?\[?(?:an?|per|each|every|\/)\s*(?:hour|day|week|month|year)\b\]?/iu;
const RATE_WORD = /^\s*(?:hourly|daily|weekly|monthly|yearly|annually|a head)\b/iu;
/** Seconds in a month, and days in each period. */
const MONTH_SECONDS = 2_629_800;
const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4375,
  year: 365.25,
};

/** In the order of the sentence, ranges joined, numbers that are parts of dates left out. */
export function readAmounts(text: string): readonly Amount[] {
  const quantities = findPlainQuantities(text).filter(
    ({ start, end }) =>
      !LABELLED.test(text.slice(Math.max(0, start - 16), start)) &&
      !NO_AMOUNT.test(text.slice(end, end + 6)),
  );
  const amounts: Amount[] = [];
  for (let at = 0; at < quantities.length; at += 1) {
    const [one, other] = [quantities[at], quantities[at + 1]];
    if (one === undefined) continue;
    const joined = other !== undefined && isRange(text, one, other) ? other : undefined;
    if (joined !== undefined) at += 1;
    amounts.push(readAmount(text, one, joined));
  }
  return amounts.filter(
    (one) => !isLeft(text, one) && !amounts.some((part) => isWhole(text, part, one)),
  );
}

/** "From 900 to 300": what it was before. */
function isLeft(text: string, { start, end }: Amount): boolean {
  return /\bfrom\s+$/iu.test(text.slice(0, start)) && /^\s+to\s/iu.test(text.slice(end));
}

/** "50 of the 200 prisoners": what there is to be counted. */
function isWhole(text: string, part: Amount, whole: Amount): boolean {
  const between = text.slice(part.end, whole.start);
  return part.end < whole.start && /^\s+(?:out )?of (?:the |all |its |their )?$/iu.test(between);
}

/** "between 5 and 6", "5 to 6", "5–6"; "from 5 to 6" may tell of a change, and is none. */
function isRange(text: string, one: Quantity, other: Quantity): boolean {
  const between = text.slice(one.end, other.start);
  if (!RANGE.test(between)) return false;
  const before = text.slice(0, one.start);
  if (/and/i.test(between)) return /\bbetween\s+[$€£]?$/i.test(before);
  if (!/to/i.test(between)) return (one.scaled ?? one.value) < other.value;
  return one.value < other.value && !/\bfrom\b[^.;]{0,12}$/i.test(before);
}

function readAmount(text: string, one: Quantity, other: Quantity | undefined): Amount {
  const last = other ?? one;
  const measure = one.measure ?? other?.measure;
  const unit = readUnit(text, last, measure);
  const rate = one.rate ?? other?.rate;
  const { factor } = unit;
  const [bound, start] = readBound(text, one, last.end);
  const low = (other === undefined ? one.value : (one.scaled ?? one.value)) * factor;
  const written = text.slice(last.start, last.end);
  return {
    start,
    end: endOfRate(text, last.end, rate),
    low,
    high: last.value * factor,
    dimension: unit.dimension,
    factor,
    ...(rate !== undefined && { rate: { period: rate, days: DAYS[rate] ?? 1 } }),
    bound,
    ...readGrain(written, last.value, factor),
    heads: readHeads(text, last.end),
  };
}

interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/** Months are brought to seconds, square units to hectares; pounds that are weighed are no money. */
function readUnit(text: string, { start, end }: Quantity, measure: Quantity["measure"]): Unit {
  if (measure === undefined) return { dimension: "count", factor: 1 };
  const { dimension, factor } = measure;
  const written = text.slice(start, end);
  if (dimension === "months") return { dimension: "time", factor: factor * MONTH_SECONDS };
  if (dimension === "length" && /\bsquare\b/i.test(written)) {
    return { dimension: "area", factor: (factor * factor) / 10_000 };
  }
  const isWeighed = /pounds?$/i.test(written) && /\bweigh|\bheavy|\bheavier|\bmass\b/i.test(text);
  return isWeighed ? { dimension: "mass", factor: 0.453592 } : { dimension, factor };
}

function readBound(text: string, { start }: Quantity, _end: number): readonly [Bound, number] {
  const before = text.slice(Math.max(0, start - 28), start);
  for (const [bound, pattern] of BOUNDS_BEFORE) {
    const match = pattern.exec(before);
    if (match !== null) return [bound, start - before.length + match.index];
  }
  const between = /\b(?:somewhere )?between\s+$/i.exec(before);
  const opened = between === null ? start : start - before.length + between.index;
  return ["exact", opened];
}

function endOfRate(text: string, end: number, rate: string | undefined): number {
  if (rate === undefined) return end;
  const after = text.slice(end, end + 48);
  const match = RATE_AFTER.exec(after) ?? RATE_WORD.exec(after);
  return match === null ? end : end + match[0].length;
}

const SCALED = /\d\s?(?:m|bn|k|tn)\b|illion|thousand/iu;

/** 300 → 100, 1,284 → 1, "1.5 million" → 0.1 million, "half" → a tenth; "700 million" is rounded to one million. */
function readGrain(
  written: string,
  value: number,
  factor: number,
): Pick<Amount, "grain" | "rounding"> {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(written);
  if (digits === null) {
    return { grain: (value < 1 ? 0.1 : trailingGrain(value)) * factor, rounding: 0 };
  }
  const number = Number(digits[0].replaceAll(",", ""));
  const scale = (number === 0 ? 1 : value / number) * factor;
  const decimals = 10 ** -(digits[1]?.length ?? 0);
  const grain = decimals < 1 ? decimals : trailingGrain(number);
  return { grain: grain * scale, rounding: SCALED.test(written) ? decimals * scale : 0 };
}

function trailingGrain(number: number): number {
  if (!Number.isInteger(number) || number === 0) return 1;
  let grain = 1;
  while (number % (grain * 10) === 0) grain *= 10;
  return grain;
}

const HEADS = 3;

/** The words counted: up to the next mark or small word, "of the" passed over. */
function readHeads(text: string, end: number): readonly string[] {
  const after = text
    .slice(end, end + 60)
    .replace(/^\s+(?:of\s+)?(?:the\s+|its\s+|all\s+)?(?:[\d,]+\s+)?/iu, "");
  const phrase = /^[\p{L}\p{N}’' -]*/u.exec(after)?.[0] ?? "";
  const heads: string[] = [];
  for (const { text: word } of findWords(phrase)) {
    if (!carriesSubject(word) || heads.length >= HEADS) break;
    heads.push(stemWord(word));
  }
  return heads;
}
