// Two quantities → how they stand to each other.

import { isMoney } from "./measures.ts";
import type { Quantity } from "./quantities.ts";

/** How two quantities stand to each other: the same, the same number of something else, or neither. */
export function compareQuantities(one: Quantity, other: Quantity): "same" | "unit" | "different" {
  if (measuresAgree(one, other)) {
    const [left, right] = [basesOf(one), basesOf(other)];
    return left.some((value) => right.some((known) => isClose(value, known, one, other)))
      ? "same"
      : "different";
  }
  return one.value === other.value ? "unit" : "different";
}

function measuresAgree(one: Quantity, other: Quantity): boolean {
  const [left, right] = [one.measure?.dimension, other.measure?.dimension];
  if (left === right) return true;
  if (left === undefined) return right !== undefined && isMoney(right);
  return false;
}

function basesOf(quantity: Quantity): number[] {
  const factor = quantity.measure?.factor ?? 1;
  const values =
    quantity.scaled === undefined ? [quantity.value] : [quantity.value, quantity.scaled];
  return values.map((value) => value * factor);
}

/** A fraction in words is as exact as its percentage is usually written: a third is 33 %. */
function isClose(one: number, other: number, left: Quantity, right: Quantity): boolean {
  const isShare = left.measure?.dimension === "share" && left.measure !== right.measure;
  const slack = isShare && left.measure?.factor !== right.measure?.factor ? 0.004 : 0;
  return Math.abs(one - other) <= Math.max(slack, 1e-9 * Math.max(Math.abs(one), Math.abs(other)));
}
