// Two statements of different values → why they differ, as far as the text gives a reason.

import type { DifferenceReason, ReasonKind } from "../../model/comparison.ts";
import { foldWord } from "../../text/stems.ts";
import { relate } from "./group-statements.ts";
import { type Circumstances, readCircumstances } from "./read-circumstances.ts";
import type { Statement } from "./statement.ts";

/** In this order; a time, a place or a group is a reason only where both sentences name one. */
const PLAINEST_FIRST: readonly (readonly [
  Exclude<ReasonKind, "unit" | "contradiction">,
  "both" | "either",
])[] = [
  ["time", "both"],
  ["group", "both"],
  ["place", "both"],
  ["definition", "either"],
  ["bound", "either"],
];

/** The reason for `one`, told by its own words where it has them. */
export function explainDifference(one: Statement, other: Statement): DifferenceReason {
  if (isOfAnotherUnit(one, other)) return { kind: "unit" };
  const [own, others] = [readCircumstances(one), readCircumstances(other)];
  if (one.isPast !== other.isPast) {
    return withWords("time", own.time === others.time ? undefined : own.time);
  }
  for (const [kind, needed] of PLAINEST_FIRST) {
    if (differs(own, others, kind, needed)) return withWords(kind, own[kind]);
  }
  return { kind: "contradiction" };
}

function withWords(kind: ReasonKind, words: string | undefined): DifferenceReason {
  return words === undefined ? { kind } : { kind, words };
}

/** Two currencies, or a share against a sum. */
function isOfAnotherUnit(one: Statement, other: Statement): boolean {
  if (relate(one, other) === "apart") return true;
  return (
    one.value.kind === "amount" &&
    other.value.kind === "amount" &&
    one.value.amount.dimension !== other.value.amount.dimension
  );
}

function differs(
  own: Circumstances,
  others: Circumstances,
  kind: keyof Circumstances,
  needed: "both" | "either",
): boolean {
  const [here, there] = [own[kind], others[kind]];
  if (here === undefined) return false;
  if (there === undefined) return needed === "either";
  return foldPhrase(here) !== foldPhrase(there);
}

function foldPhrase(phrase: string): string {
  return phrase
    .split(/\s+/)
    .map(foldWord)
    .filter((word) => !/^(?:the|in|at|on|by)$/.test(word))
    .join(" ");
}
