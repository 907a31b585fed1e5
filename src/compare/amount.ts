// An amount as a sentence gives it, and whether two of them may be the same.

import type { Span } from "../core/span.ts";
import { isMoney } from "../english/measures.ts";

/** How the words around a number bound it: "nearly 40" is below it, "over 40" above. */
export type Bound = "exact" | "about" | "nearly" | "over" | "up-to" | "under";

/** "A month": the period's word and its length in days. */
export interface Rate {
  readonly period: string;
  readonly days: number;
}

/** The span is in the sentence, with the words that bound the number and its rate. */
export interface Amount extends Span {
  /** Lowest and highest number meant, in base units. */
  readonly low: number;
  readonly high: number;
  /** `count` of people or things, `share`, `usd`, `length`, `time`, as in `text/measures.ts`. */
  readonly dimension: string;
  /** Base units in one unit as written. */
  readonly factor: number;
  readonly rate?: Rate;
  readonly bound: Bound;
  /** What the last digit that is not a trailing zero counts, in base units: 100 for 300, 0.1 million for 1.5 million. */
  readonly grain: number;
  /** What the last digit written counts, where a word such as "million" rounds: 1 million for "700 million". */
  readonly rounding: number;
  /** Stems of the words right behind it: what is counted. */
  readonly heads: readonly string[];
}

/** Least and greatest share of a rough number by which it may be off. */
const ROUGH = { least: 0.02, most: 0.1 } as const;
/** A number in millions may be rounded by this share at most. */
const ROUNDED = 0.05;
/** What is lost when units are converted and rounded, or a third is written as 33 %. */
const CONVERTED = 0.025;

/** Amounts of two dimensions are apart; two currencies differ: no rate of exchange is known here. */
export function relateAmounts(one: Amount, other: Amount): "same" | "different" | "apart" {
  if (one.dimension !== other.dimension) {
    return isMoney(one.dimension) && isMoney(other.dimension) ? "different" : "apart";
  }
  return isSameAmount(one, other) ? "same" : "different";
}

/**
 * Each is as exact as its words say: "almost 2,000" and "between 1,500 and 2,000" may be the same,
 * "up to 300" and 180 are not. False where they measure different things.
 */
function isSameAmount(one: Amount, other: Amount): boolean {
  if (one.dimension !== other.dimension) return false;
  const hasRates = one.rate !== undefined && other.rate !== undefined;
  const [left, right] = [reachADay(one, hasRates), reachADay(other, hasRates)];
  const isConverted = one.factor !== other.factor || one.rate?.days !== other.rate?.days;
  const slack = (isConverted ? CONVERTED : 1e-9) * Math.min(left.high, right.high);
  return left.low <= right.high + slack && right.low <= left.high + slack;
}

interface Reach {
  readonly low: number;
  readonly high: number;
}

/** The numbers that it may stand for; those of one day where both have a rate. */
function reachADay(amount: Amount, hasRates: boolean): Reach {
  const { low, high } = reach(amount);
  const days = hasRates ? (amount.rate?.days ?? 1) : 1;
  return { low: low / days, high: high / days };
}

function reach({ low, high, bound, grain, rounding }: Amount): Reach {
  const rough = Math.max(Math.min(grain / 2, ROUGH.most * high), ROUGH.least * high);
  if (bound === "about") return { low: low - rough, high: high + rough };
  if (bound === "nearly" || bound === "under") {
    return { low: low - Math.min(Math.max(grain, rough), ROUGH.most * high), high };
  }
  if (bound === "over") return { low, high: high + Math.max(grain, ROUGH.least * high) };
  const rounded = Math.min(rounding / 2, ROUNDED * high);
  return { low: low - rounded, high: high + rounded };
}
