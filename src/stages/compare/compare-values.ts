// Two values → the same, different, or not to be held against each other.

import { isMoney } from "../../text/measures.ts";
import { type Amount, areComparable, isSameAmount } from "./amount.ts";
import { isSameDate } from "./choose-dates.ts";
import type { Value } from "./statement.ts";

export type Relation = "same" | "different" | "apart";

/** Sums of two currencies differ; no rate of exchange is known here. Amounts of two dimensions are apart. */
export function relateValues(one: Value, other: Value): Relation {
  switch (one.kind) {
    case "amount":
      return other.kind === one.kind ? relateAmounts(one.amount, other.amount) : "apart";
    case "date":
      return other.kind === one.kind ? name(isSameDate(one.date, other.date)) : "apart";
    case "words":
      return other.kind === one.kind ? name(sharesWords(one.words, other.words)) : "apart";
    case "polarity":
      return other.kind === one.kind ? name(one.affirms === other.affirms) : "apart";
  }
}

function name(isSame: boolean): Relation {
  return isSame ? "same" : "different";
}

function relateAmounts(one: Amount, other: Amount): Relation {
  if (areComparable(one, other)) return name(isSameAmount(one, other));
  return isMoney(one.dimension) && isMoney(other.dimension) ? "different" : "apart";
}

/** "Ruiz" and "Ana Ruiz": the words of the shorter one are all in the longer one. */
function sharesWords(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.includes(word));
}
