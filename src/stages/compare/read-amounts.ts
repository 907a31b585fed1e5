// Sentence → the amounts in it: how much, of what, bounded how, and before or after which change.

import { findDates } from "../../text/dates.ts";
import { findQuantities, type Quantity } from "../../text/quantities.ts";
import { carriesSubject, stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { Amount, Bound, ChangePart } from "./amount.ts";

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
const BOUNDS_AFTER: readonly (readonly [Bound, RegExp])[] = [
  ["about", /^\s+or so\b/i],
  ["over", /^\s*(?:\+|or more\b|-plus\b)/i],
  ["up-to", /^\s+(?:\p{L}+\s+)?at (?:the )?most\b/iu],
];
/** A number that names something and counts nothing. */
const LABELLED =
  /\b(?:[Nn]o\.|[Cc]hapter|[Aa]rticle|[Ss]ection|[Ff]light|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]age|[Ll]ine)\s$/u;
const CHANGED =
  /\b(?:fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|reduc\w+|cut(?:s|ting)?|slash\w*|lower(?:s|ed|ing)?|shr[aiu]nk\w*|ris(?:e|es|en|ing)|rose|grow(?:s|n|th|ing)?|grew|increas\w+|climb\w*|jump\w*|soar\w*|surg\w+|rais\w+|went|gone|down|up|halv\w+)\b/iu;
const RANGE = /^\s*(?:[-–—]|to|or|and)\s*[$€£]?\s*$/iu;
const TO =
  /\bto\s+(?:just|only|about|around|some|nearly|almost|roughly|a mere|as (?:little|much) as)?\s*$/iu;
const BY =
  /\bby\s+(?:just|only|about|around|some|nearly|almost|roughly|more than|over|up to|as much as)?\s*(?:an?\s+)?$/iu;
const EACH =
  /^\s+(?:for|to|from) (?:each|every)\b|^\s+per (?!hour|day|week|month|year|cent|annum|capita)\p{L}/iu;
const ON_TOP = /\b(?:additional|another|extra|plus|further|bonus of)\s+[$€£]?$/iu;
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
  const dates = findDates(text);
  const quantities = findQuantities(text).filter(
    ({ start, end }) =>
      !dates.some((date) => start < date.end && date.start < end) &&
      !LABELLED.test(text.slice(Math.max(0, start - 16), start)),
  );
  const amounts: Amount[] = [];
  for (let at = 0; at < quantities.length; at += 1) {
    const [one, other] = [quantities[at], quantities[at + 1]];
    if (one === undefined) continue;
    const joined = other !== undefined && isRange(text, one, other) ? other : undefined;
    if (joined !== undefined) at += 1;
    amounts.push(readAmount(text, one, joined));
  }
  return amounts;
}

/** "between 5 and 6", "5 to 6", "5–6"; after a verb of change, "from 5 to 6" is none. */
function isRange(text: string, one: Quantity, other: Quantity): boolean {
  const between = text.slice(one.end, other.start);
  if (!RANGE.test(between)) return false;
  const before = text.slice(0, one.start);
  if (/and/i.test(between)) return /\bbetween\s+[$€£]?$/i.test(before);
  if (!/to/i.test(between)) return (one.scaled ?? one.value) < other.value;
  return !(/\bfrom\b[^.;]{0,12}$/i.test(before) && CHANGED.test(before));
}

function readAmount(text: string, one: Quantity, other: Quantity | undefined): Amount {
  const last = other ?? one;
  const measure = one.measure ?? other?.measure;
  const unit = readUnit(text, last, measure);
  const rate = one.rate ?? other?.rate;
  const { factor } = unit;
  const [bound, start] = readBound(text, one, last.end);
  const change = readChange(text, start, one, last.end);
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
    grain: readGrain(written, last.value) * factor,
    isScaled: /\d\s?(?:m|bn|k|tn)\b|illion|thousand/i.test(written),
    heads: readHeads(text, last.end),
    ...(change !== undefined && { change }),
    isPart:
      ON_TOP.test(text.slice(Math.max(0, one.start - 24), one.start)) ||
      EACH.test(text.slice(last.end, last.end + 40)),
    isWhole: /\b(?:of|out of)\s+(?:the|all|its|their|some)?\s*$/i.test(text.slice(0, start)),
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

function readBound(text: string, { start }: Quantity, end: number): readonly [Bound, number] {
  const before = text.slice(Math.max(0, start - 28), start);
  for (const [bound, pattern] of BOUNDS_BEFORE) {
    const match = pattern.exec(before);
    if (match !== null) return [bound, start - before.length + match.index];
  }
  const between = /\b(?:somewhere )?between\s+$/i.exec(before);
  const opened = between === null ? start : start - before.length + between.index;
  const after = BOUNDS_AFTER.find(([, pattern]) => pattern.test(text.slice(end, end + 24)));
  return [after?.[0] ?? "exact", opened];
}

/** "from 9 to 4", "raised to 4", "cut by 4", "a 4 percent fall". */
function readChange(
  text: string,
  start: number,
  { measure }: Quantity,
  end: number,
): ChangePart | undefined {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 120);
  const clause = before.slice(before.search(/[^.;!?]*$/));
  const isShare = measure?.dimension === "share" || measure?.dimension === "times";
  const hasChanged = CHANGED.test(clause);
  if (/\bfrom\s+$/iu.test(before) && (hasChanged || /\bto\b/iu.test(after))) return "before";
  if (hasChanged && TO.test(before)) return "after";
  if (hasChanged && BY.test(before)) return "size";
  return isShare &&
    (hasChanged ||
      /^\s*(?:\p{L}+\s+){0,2}(?:cut|fall|drop|decline|rise|increase|reduction|pay)\b/iu.test(after))
    ? "size"
    : undefined;
}

function endOfRate(text: string, end: number, rate: string | undefined): number {
  if (rate === undefined) return end;
  const after = text.slice(end, end + 48);
  const match = RATE_AFTER.exec(after) ?? RATE_WORD.exec(after);
  return match === null ? end : end + match[0].length;
}

/** 300 → 100, 1,284 → 1, "1.5 million" → 0.1 million, "half" → a tenth. */
function readGrain(written: string, value: number): number {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(written);
  if (digits === null) return value < 1 ? 0.1 : trailingGrain(value);
  const decimals = digits[1]?.length ?? 0;
  const number = Number(digits[0].replaceAll(",", ""));
  const scale = number === 0 ? 1 : value / number;
  return (decimals > 0 ? 10 ** -decimals : trailingGrain(number)) * scale;
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
