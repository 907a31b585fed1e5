// Text → the quantities in it: value, unit, rate, and where they stand.

import { findDates } from "./dates.ts";
import { type Measure, type Quantity, readMeasure, readPeriod } from "./measures.ts";
import { readScale, readWrittenNumber, type WrittenNumber } from "./number-words.ts";

interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const TOKEN =
  /[$€£¥₹]|%|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}]*|[-–—/:]|[^\s]/gu;
const SHARE: Measure = { dimension: "share", factor: 1 };
const TIMES: Measure = { dimension: "times", factor: 1 };
const VERBS: ReadonlyMap<string, readonly [number, Measure]> = new Map([
  ["halve", [0.5, SHARE]],
  ["halved", [0.5, SHARE]],
  ["halving", [0.5, SHARE]],
  ["double", [2, TIMES]],
  ["doubled", [2, TIMES]],
  ["doubling", [2, TIMES]],
  ["twice", [2, TIMES]],
  ["tripled", [3, TIMES]],
  ["trebled", [3, TIMES]],
  ["quadrupled", [4, TIMES]],
]);

/** Every quantity in order, none inside another. Linear time. */
export function findQuantities(text: string): Quantity[] {
  const tokens = Array.from(text.matchAll(TOKEN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].toLowerCase(),
  }));
  const words = tokens.map((token) => token.word);
  const found: (Quantity & { readonly first: number; readonly last: number })[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = readQuantity(tokens, words, at);
    if (read !== undefined) found.push(read);
    at = read === undefined ? at + 1 : read.last + 1;
  }
  return found.map((quantity, index) => shareOfRange(quantity, found[index + 1], words));
}

/** In order of place, without those that are part of a date. */
export function findPlainQuantities(text: string): Quantity[] {
  const dates = findDates(text);
  return findQuantities(text).filter(
    ({ start, end }) => !dates.some((date) => start < date.end && date.start < end),
  );
}

type Read = Quantity & { readonly first: number; readonly last: number };

function readQuantity(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): Read | undefined {
  const [value, measure] = VERBS.get(words[at] ?? "") ?? [];
  if (value !== undefined) return finish(tokens, words, at, at + 1, value, measure);
  const halved = readOneAndAHalf(words, at);
  if (halved !== undefined) return finish(tokens, words, at, halved.next, 1.5, halved.measure);
  return readNumber(tokens, words, at);
}

function readNumber(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): Read | undefined {
  const written = isPartOfName(tokens, at) ? undefined : readWrittenNumber(words, at);
  if (written === undefined || isPronoun(words, at, written)) return;
  const money = readMoneySign(words[at - 1]);
  if (money !== undefined) return readSum(tokens, words, at, written, money);
  const whole = readWholeOf(words, written);
  if (whole !== undefined) {
    return finish(tokens, words, at, whole.next, written.value / whole.value, SHARE);
  }
  if (isMillions(words, written.next)) {
    const measure = readMeasure(words[written.next + 1]);
    return finish(tokens, words, at, written.next + 1, written.value * 1e6, measure);
  }
  const unit = isAge(words, at, written) ? readAge(written.next) : readUnit(words, written.next);
  const measure = unit?.measure ?? (written.kind === "fraction" ? SHARE : undefined);
  return finish(tokens, words, at, unit?.next ?? written.next, written.value, measure);
}

/** "An hour and a half", "a year and a half". */
function readOneAndAHalf(words: readonly string[], at: number): Unit | undefined {
  if (!/^an?$/.test(words[at] ?? "")) return;
  const measure = readMeasure(words[at + 1]);
  const isHalved = words.slice(at + 2, at + 5).join(" ") === "and a half";
  return measure !== undefined && isHalved ? { measure, next: at + 5 } : undefined;
}

/** Greatest number of people or things that "one in five" is said of. */
const LARGEST_WHOLE = 1000;

/** "One in five", "three out of four": the number that it is a share of. */
function readWholeOf(words: readonly string[], part: WrittenNumber): WrittenNumber | undefined {
  const joint = words.slice(part.next, part.next + 2);
  const at = joint[0] === "in" ? part.next + 1 : part.next + 2;
  if (joint[0] !== "in" && joint.join(" ") !== "out of") return;
  const whole = readWrittenNumber(words, at);
  if (whole?.kind !== "number" || part.kind !== "number" || whole.value > LARGEST_WHOLE) return;
  const isUnit = readUnit(words, whole.next) !== undefined;
  return whole.value > part.value && Number.isInteger(part.value) && !isUnit ? whole : undefined;
}

/** "38 m of cable", "12 m deep": metres. */
const BEHIND_METRES =
  /^(of|in|by|from|above|below|deep|long|high|wide|tall|away|to|and|or|off|down|up|under|apart)$/;

/** "718m tonnes": an "m" right before a unit or a thing counted is a million. */
function isMillions(words: readonly string[], next: number): boolean {
  const behind = words[next + 1] ?? "";
  return words[next] === "m" && /^\p{L}{2,}/u.test(behind) && !BEHIND_METRES.test(behind);
}

/** "$1.5m": behind a money sign an "m" is a million. */
function readSum(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  written: WrittenNumber,
  money: Measure,
): Read {
  const millions = words[written.next] === "m";
  const value = millions ? written.value * 1e6 : written.value;
  return finish(tokens, words, at - 1, written.next + (millions ? 1 : 0), value, money);
}

interface Unit {
  readonly measure: Measure;
  readonly next: number;
}

/** "Aged 24", and "Paul Deane, 29, was". */
function isAge(words: readonly string[], at: number, { value, next }: WrittenNumber): boolean {
  if (words[at - 1] === "aged" || (words[at - 1] === "of" && words[at - 2] === "age")) return true;
  return words[at - 1] === "," && words[next] === "," && value >= 10 && value < 110;
}

/** "Aged 24" is the same as "24 years old". */
function readAge(next: number): Unit {
  return { measure: { dimension: "months", factor: 12 }, next };
}

function readMoneySign(word: string | undefined): Measure | undefined {
  const measure = word !== undefined && /^[$€£¥₹]$/.test(word) ? readMeasure(word) : undefined;
  return measure;
}

/** A letter right before the digits makes them a name: "F16", "A-10", "Covid-19". */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [token, before, further] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (token === undefined || !/^\d/.test(token.word)) return false;
  if (before?.end !== token.start) return false;
  if (/^\p{L}/u.test(before.word)) return readMeasure(before.word) === undefined;
  return before.word === "-" && further?.end === before.start && /^\p{L}/u.test(further.word);
}

/** "one of them", "that one": no quantity. "One" counts only with a scale or a unit. */
function isPronoun(words: readonly string[], at: number, written: WrittenNumber): boolean {
  if (words[at] !== "one" || written.value !== 1) return false;
  return readUnit(words, written.next) === undefined && readWholeOf(words, written) === undefined;
}

/** The unit after a number: "5 km", "3-year-old", "40 per cent", "2 million dollars". */
function readUnit(words: readonly string[], next: number): Unit | undefined {
  const at = words[next] === "-" ? next + 1 : next;
  if (words[at] === "per" && words[at + 1] === "cent") {
    return { measure: { dimension: "share", factor: 0.01 }, next: at + 2 };
  }
  const skipped = /^(us|u|american|syrian|iraqi|british|square|cubic|metric)$/.test(
    words[at] ?? "",
  );
  const measure = readMeasure(words[skipped ? at + 1 : at]);
  if (measure === undefined) return;
  return { measure, next: at + (skipped ? 2 : 1) };
}

function finish(
  tokens: readonly Token[],
  words: readonly string[],
  first: number,
  next: number,
  value: number,
  measure: Measure | undefined,
): Read {
  const rate = readRate(words, first, next);
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[next - 1]?.end ?? 0,
    value,
    ...(measure === undefined ? {} : { measure }),
    ...(rate === undefined ? {} : { rate }),
    first,
    last: next - 1,
  };
}

/** "$50 a month", "40 per week", "monthly pay of $50". */
function readRate(words: readonly string[], first: number, next: number): string | undefined {
  for (let at = next; at < next + 4; at += 1) {
    if (/^(a|an|per|each|every|\/)$/.test(words[at] ?? "")) {
      const period = readPeriod(words[at + 1]);
      if (period !== undefined) return period;
    }
  }
  const near = [...words.slice(Math.max(0, first - 4), first), ...words.slice(next, next + 2)];
  return near
    .filter((word) => /ly$|^annual$/.test(word))
    .map(readPeriod)
    .find(Boolean);
}

/** In "between 5 and 6 million dollars" the 5 has the scale and the unit of the 6. */
function shareOfRange(quantity: Read, after: Read | undefined, words: readonly string[]): Quantity {
  const { first: _first, last, ...plain } = quantity;
  if (after === undefined || after.first - last > 4) return plain;
  const between = words.slice(last + 1, after.first).join(" ");
  if (!/^(-|–|—|to|and|or|to (about|just|as much as)|from)$/.test(between)) return plain;
  const scale = readScale(words[after.last]) ?? readScale(words[after.last - 1]) ?? 1;
  const measure = plain.measure ?? after.measure;
  const rate = plain.rate ?? after.rate;
  return {
    ...plain,
    ...(scale > 1 && plain.value < after.value / 10 ? { scaled: plain.value * scale } : {}),
    ...(measure === undefined ? {} : { measure }),
    ...(rate === undefined ? {} : { rate }),
  };
}
