// Claim and evidence → the first quantity of the claim that its evidence does not give.

import { findDates } from "../../english/dates.ts";
import { compareQuantities, isMoney, type Quantity } from "../../english/measures.ts";
import { findPlainQuantities, findQuantities } from "../../english/quantities.ts";
import { type ClaimEvidence, type ClaimFinding, lasts } from "./claim-evidence.ts";

/** Formats do not matter ("1,500", "1.5 thousand"), units do ("5 km" is not "5 miles"). */
export function checkQuantities(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const stated = findPlainQuantities(claim);
  const known = [...evidence.quotes, ...evidence.context].flatMap((text) =>
    findQuantities(text).map((quantity) => ({ ...quantity, side: readSide(text, quantity) })),
  );
  for (const quantity of stated) {
    const finding = judgeQuantity(quantity, known, claim, evidence);
    if (finding !== undefined) return finding;
  }
  return checkOrdinals(claim, evidence);
}

/** Whether a number is given as a bound, or as a difference: more or less than something. */
type Side = "more" | "less" | undefined;
type SidedQuantity = Quantity & { readonly side: Side };

const MORE = "more|longer|higher|larger|older|greater|bigger|taller|heavier";
const LESS = "less|fewer|lower|smaller|shorter|younger|lighter";
const MORE_BEFORE = new RegExp(
  `\\b(?:(?<!\\bnot? )(?:${MORE}) than|not? (?:${LESS}) than|over|above|at least|exceeding|exceeded)\\s+[$€£]?$`,
  "i",
);
const LESS_BEFORE = new RegExp(
  `\\b(?:(?<!\\bnot? )(?:${LESS}) than|not? (?:${MORE}) than|under|below|at most)\\s+[$€£]?$`,
  "i",
);
const MORE_AFTER = /^\s+(?:\p{L}+\s+)?(?:more|higher|greater|above|longer|later)\b/iu;
const LESS_AFTER = /^\s+(?:\p{L}+\s+)?(?:fewer|less|lower|smaller|below|shorter|earlier)\b/iu;

function readSide(text: string, quantity: Quantity): Side {
  const { start, end } = quantity;
  const [before, after] = [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 30)];
  if (lasts(quantity) && /\bover\s+$/i.test(before)) return;
  if (MORE_BEFORE.test(before) || MORE_AFTER.test(after)) return "more";
  return LESS_BEFORE.test(before) || LESS_AFTER.test(after) ? "less" : undefined;
}

/** "Fewer than 40,000" where its quotes have "more than 40,000". */
function judgeSide(
  side: Side,
  same: readonly SidedQuantity[],
  written: string,
): ClaimFinding | undefined {
  if (side === undefined || same.some((other) => other.side === undefined || other.side === side)) {
    return;
  }
  const detail = `Its quotes set “${written}” as a bound on the other side.`;
  return { reason: "negation", detail };
}

function judgeQuantity(
  quantity: Quantity,
  known: readonly SidedQuantity[],
  claim: string,
  evidence: ClaimEvidence,
): ClaimFinding | undefined {
  const written = claim.slice(quantity.start, quantity.end);
  if (isUncounted(quantity, written, claim, evidence)) return;
  const comparisons = known.map((other) => compareQuantities(quantity, other));
  const same = known.filter((_, index) => comparisons[index] === "same");
  if (same.length > 0) {
    return (
      judgeSide(readSide(claim, quantity), same, written) ??
      judgeRate(quantity, same, written, evidence)
    );
  }
  if (comparisons.includes("unit") && isSameMoney(quantity, known)) return;
  const reason = comparisons.includes("unit") ? "unit" : "number";
  const what = reason === "unit" ? "stands with another unit in" : "is in none of";
  return { reason, detail: `“${written}” ${what} its quotes.` };
}

/** "64 million crowns" where the evidence has "64 million", and its other sums are in crowns. */
function isSameMoney({ value, measure }: Quantity, known: readonly Quantity[]): boolean {
  if (measure === undefined || !isMoney(measure.dimension)) return false;
  const bare = known.some((other) => other.value === value && other.measure === undefined);
  return bare && known.some((other) => other.measure?.dimension === measure.dimension);
}

/** "One week" for "a week"; "two goals" for "scored twice"; "was 88" for "aged 88"; "the two" for two that it names. */
function isUncounted(
  { value, start, measure }: Quantity,
  written: string,
  claim: string,
  evidence: ClaimEvidence,
): boolean {
  if (measure === undefined && isAgeOf(value, evidence)) return true;
  if (/^two$/i.test(written) && evidence.quotes.some((text) => hasWord(text, "twice"))) return true;
  if (/^two$/i.test(written)) return /\b(the|these|those)\s$/i.test(claim.slice(0, start));
  if (value !== 1 || measure === undefined) return false;
  const unit = written.replace(/^\S+[\s-]+/, "");
  return evidence.quotes.some((text) =>
    new RegExp(`\\ban? ${escapePattern(unit)}\\b`, "i").test(text),
  );
}

function isAgeOf(value: number, { quotes }: ClaimEvidence): boolean {
  const age = new RegExp(`\\b(?:aged|age of) ${value}\\b|\\b${value}-year-old`, "i");
  return quotes.some((text) => age.test(text));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, "\\$&");
}

/** "$50 a month" in the evidence must not become "$50 a year". */
function judgeRate(
  quantity: Quantity,
  same: readonly Quantity[],
  written: string,
  evidence: ClaimEvidence,
): ClaimFinding | undefined {
  const { rate } = quantity;
  if (rate === undefined || same.some((other) => other.rate === rate)) return;
  const period = new RegExp(`\\b(${rate}s?|${rate}ly|${ADVERBS[rate] ?? rate})\\b`, "i");
  const free = same.some((other) => other.rate === undefined);
  if (free && evidence.quotes.some((text) => period.test(text))) return;
  return { reason: "unit", detail: `“${written}” is not said to be per ${rate} in its quotes.` };
}

const ADVERBS: Readonly<Record<string, string>> = { day: "daily", year: "annual(ly)?" };

const ORDINALS: readonly RegExp[] = [
  /\b(2nd|second)\b(?!s)/i,
  /\b(3rd|third)\b/i,
  /\b(4th|fourth)\b/i,
  /\b(5th|fifth)\b/i,
  /\b(6th|sixth)\b/i,
  /\b(7th|seventh)\b/i,
  /\b(8th|eighth)\b/i,
  /\b(9th|ninth)\b/i,
  /\b(10th|tenth)\b/i,
];

function checkOrdinals(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const texts = [...evidence.quotes, ...evidence.context];
  const shares = findQuantities(claim).filter(({ measure }) => measure?.dimension === "share");
  const days = new Set(texts.flatMap((text) => findDates(text).map(({ day }) => day)));
  for (const [index, ordinal] of ORDINALS.entries()) {
    const match = ordinal.exec(claim);
    if (match === null || texts.some((text) => ordinal.test(text))) continue;
    if (days.has(index + 2) && /^ of \p{Lu}/u.test(claim.slice(match.index + match[0].length)))
      continue;
    if (shares.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    return { reason: "number", detail: `“${match[0]}” is in none of its quotes.` };
  }
  return;
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`, "i").test(text);
}
