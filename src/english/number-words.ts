// Words → the number that they write: "two hundred and five", "half a million", "1.5 bn".

import { readMeasure } from "./measures.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
const TEENS = "fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

const SMALL: ReadonlyMap<string, number> = new Map([
  ...`${ONES} ${TEENS}`.split(" ").map((word, index): [string, number] => [word, index]),
  ...TENS.split(" ").map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
]);

/** A number that words or digits write. `next` is the index of the first token after it. */
export interface WrittenNumber {
  readonly value: number;
  readonly next: number;
  readonly kind: "number" | "fraction";
  /** The scale word's factor, 1 without one: "5 to 6 million" gives it to the 5 as well. */
  readonly scale: number;
  /** Written in digits. */
  readonly digits: boolean;
}

/** What a scale word multiplies by: "million" → 1,000,000. */
export function readScale(word: string | undefined): number | undefined {
  return word === undefined ? undefined : SCALES.get(word);
}

/** The number that starts at `tokens[from]` (lower case, hyphens as tokens); undefined when none does. */
export function readWrittenNumber(
  tokens: readonly string[],
  from: number,
): WrittenNumber | undefined {
  const fraction = readFraction(tokens, from);
  if (fraction !== undefined) return fraction;
  const digits = readDigits(tokens[from]);
  if (digits !== undefined) return scaleUp(tokens, from + 1, digits, true);
  const first = tokens[from];
  if (isArticle(first)) {
    const scale = readScale(tokens[from + 1]);
    return scale === undefined ? undefined : scaleUp(tokens, from + 1, 1, false);
  }
  return readWords(tokens, from);
}

function readDigits(token: string | undefined): number | undefined {
  if (token === undefined || !/^\d/.test(token)) return;
  return Number(token.replaceAll(",", ""));
}

function isArticle(token: string | undefined): boolean {
  return token === "a" || token === "an";
}

/** "half", "a third", "two-thirds", "half a million", "three quarters of". */
function readFraction(tokens: readonly string[], from: number): WrittenNumber | undefined {
  const head = tokens[from] ?? "";
  if (head === "half") return halfOf(tokens, from);
  const count = isArticle(head) ? 1 : (SMALL.get(head) ?? 0);
  if (count === 0 || count > 9) return;
  const at = tokens[from + 1] === "-" ? from + 2 : from + 1;
  const parts = FRACTIONS.get((tokens[at] ?? "").replace(/(?<=[dhr])s$/, ""));
  if (parts === undefined || parts <= count) return;
  if (isArticle(head) && parts !== 4 && !standsAsShare(tokens, from, at)) return;
  return readShareOf(tokens, at + 1, count / parts);
}

/** "A quarter of a million" is a number, "a quarter" of anything else a share. */
function readShareOf(tokens: readonly string[], at: number, share: number): WrittenNumber {
  const isOf = tokens[at] === "of" && isArticle(tokens[at + 1]);
  const scale = isOf ? readScale(tokens[at + 2]) : undefined;
  if (scale === undefined) {
    return { value: share, next: at, kind: "fraction", scale: 1, digits: false };
  }
  return { value: share * scale, next: at + 3, kind: "number", scale, digits: false };
}

/** "a third of the men", "fell by a third", but not "a third man". */
function standsAsShare(tokens: readonly string[], from: number, at: number): boolean {
  return tokens[at + 1] === "of" || BEFORE_SHARE.has(tokens[from - 1] ?? "");
}

const BEFORE_SHARE: ReadonlySet<string> = new Set(
  "by to than about nearly almost over around roughly least only just up".split(" "),
);

function halfOf(tokens: readonly string[], from: number): WrittenNumber {
  if (isArticle(tokens[from + 1]) && readMeasure(tokens[from + 2]) !== undefined) {
    return { value: 0.5, next: from + 2, kind: "fraction", scale: 1, digits: false };
  }
  const scaled = isArticle(tokens[from + 1]) ? readScale(tokens[from + 2]) : undefined;
  if (scaled === undefined) {
    return { value: 0.5, next: from + 1, kind: "fraction", scale: 1, digits: false };
  }
  return { value: scaled / 2, next: from + 3, kind: "number", scale: scaled, digits: false };
}

/** "twenty-five", "two hundred and five thousand": groups of scales are added up. */
function readWords(tokens: readonly string[], from: number): WrittenNumber | undefined {
  const sum = { total: 0, group: 0, scale: 1 };
  let at = from;
  for (let step = readStep(tokens, at, false); step; step = readStep(tokens, at, true)) {
    at = step.next;
    addStep(sum, step);
  }
  if (at === from) return;
  const half = readAndAHalf(tokens, at);
  const value = sum.total + sum.group + (half === undefined ? 0 : 0.5);
  return scaleUp(tokens, half ?? at, value, false, sum.scale);
}

function addStep(sum: { total: number; group: number; scale: number }, step: WordStep): void {
  if (step.kind === "small") sum.group += step.value;
  else if (step.value === 100) sum.group = Math.max(1, sum.group) * 100;
  else {
    sum.total += Math.max(1, sum.group) * step.value;
    sum.group = 0;
    sum.scale = step.value;
  }
}

interface WordStep {
  readonly kind: "small" | "scale";
  readonly value: number;
  readonly next: number;
}

/** The next word of a number in words: "-" and "and" join only what goes on. */
function readStep(tokens: readonly string[], at: number, begun: boolean): WordStep | undefined {
  const joint = begun ? tokens[at] : undefined;
  const joined = joint === "-" || joint === "and";
  const index = joined ? at + 1 : at;
  const small = SMALL.get(tokens[index] ?? "");
  if (small !== undefined) {
    if (begun && !goesOn(joint, tokens[at - 1])) return;
    return { kind: "small", value: small, next: index + 1 };
  }
  const scale = begun && !joined ? readScale(tokens[index]) : undefined;
  if (scale === undefined || tokens[index] === "k") return;
  return { kind: "scale", value: scale, next: index + 1 };
}

/** "Twenty-five" and "two hundred five" are one number; "ten twenty" and "two and five" are two. */
function goesOn(joint: string | undefined, before: string | undefined): boolean {
  if (joint === "and") return before === "hundred";
  return joint === "-" || isScaleWord(before) || isTens(before);
}

function isScaleWord(token: string | undefined): boolean {
  return readScale(token) !== undefined;
}

function isTens(token: string | undefined): boolean {
  return (SMALL.get(token ?? "") ?? 0) >= 20;
}

/** "and a half" after a number: the index behind it. */
function readAndAHalf(tokens: readonly string[], at: number): number | undefined {
  const matches = tokens[at] === "and" && isArticle(tokens[at + 1]) && tokens[at + 2] === "half";
  return matches ? at + 3 : undefined;
}

function scaleUp(
  tokens: readonly string[],
  from: number,
  start: number,
  digits: boolean,
  already = 1,
): WrittenNumber {
  const half = digits ? readAndAHalf(tokens, from) : undefined;
  let value = start + (half === undefined ? 0 : 0.5);
  let next = half ?? from;
  let scale = already;
  for (let factor = scaleAt(tokens, next); factor !== undefined; factor = scaleAt(tokens, next)) {
    value *= factor;
    scale *= factor;
    next += tokens[next] === "-" ? 2 : 1;
  }
  return { value, next, kind: "number", scale, digits };
}

/** The scale word at `at`, a hyphen before it allowed ("5-million"). */
function scaleAt(tokens: readonly string[], at: number): number | undefined {
  return readScale(tokens[at] === "-" ? tokens[at + 1] : tokens[at]);
}
