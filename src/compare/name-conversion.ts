// A statement and those it is held against → its amount in the other's unit, where one had to be converted.

import type { Amount } from "./amount.ts";
import type { Statement } from "./statement.ts";

const BASES: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  length: ["km", 1000],
  mass: ["kg", 1],
  area: ["hectares", 1],
  volume: ["litres", 1],
  time: ["days", 86_400],
  power: ["MW", 1e6],
};
const PERIOD = /hour|da(?:y|il)|week|month|year|annual/i;
const MONTH_DAYS = 30.4375;
const SIGNS: Readonly<Record<string, string>> = {
  usd: "$",
  eur: "€",
  gbp: "£",
  inr: "₹",
  jpy: "¥",
};

/** `16.1 km`, `$50 a month`; undefined where all are written in the same unit and period. */
export function nameConversion(one: Statement, others: readonly Statement[]): string | undefined {
  if (one.value.kind !== "amount") return;
  const { amount } = one.value;
  if (amount.rate !== undefined && !PERIOD.test(one.label)) return nameMonthly(amount);
  const isConverted = others.some(
    ({ value }) => value.kind === "amount" && isOtherUnit(amount, value.amount),
  );
  if (!isConverted) return;
  return amount.rate === undefined ? nameInBase(amount) : nameMonthly(amount);
}

function isOtherUnit(one: Amount, other: Amount): boolean {
  if (one.dimension !== other.dimension || one.dimension === "share") return false;
  if (one.rate !== undefined && other.rate !== undefined) return one.rate.days !== other.rate.days;
  return one.rate === other.rate && one.factor !== other.factor;
}

function nameInBase(amount: Amount): string | undefined {
  const [unit, factor] = BASES[amount.dimension] ?? [];
  if (unit === undefined || factor === undefined || amount.factor === factor) return;
  const metres = amount.dimension === "length" && amount.high < 1000;
  return metres ? nameRange(amount, 1, "", " m") : nameRange(amount, factor, "", ` ${unit}`);
}

function nameMonthly(amount: Amount): string {
  const days = amount.rate?.days ?? MONTH_DAYS;
  return nameRange(amount, days / MONTH_DAYS, SIGNS[amount.dimension] ?? "", " a month");
}

function nameRange({ low, high }: Amount, divisor: number, before: string, after: string): string {
  const [least, most] = [low / divisor, high / divisor].map(nameNumber);
  return least === most ? `${before}${most}${after}` : `${before}${least}–${before}${most}${after}`;
}

function nameNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
