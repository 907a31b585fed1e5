// Two statements of different values → why they differ, as far as the text gives a reason.

import type { DifferenceReason } from "../../model/comparison.ts";
import { foldWord } from "../../text/stems.ts";
import { arePublishedApart, differInTime } from "./differ-in-time.ts";
import { relate } from "./group-statements.ts";
import { type Circumstances, readCircumstances } from "./read-circumstances.ts";
import type { Statement } from "./statement.ts";

/** In this order; a time, a place or a group is a reason only where both sentences name one. */
const PLAINEST_FIRST: readonly (readonly [keyof Circumstances, "both" | "either"])[] = [
  ["group", "both"],
  ["place", "both"],
  ["definition", "either"],
  ["bound", "either"],
];

/** The reason for `one`, told by its own words where it has them; none for what could both hold. */
export function explainDifference(one: Statement, other: Statement): DifferenceReason | undefined {
  const part = readPart(one, other);
  if (part !== undefined) return { kind: part };
  if (isOfAnotherUnit(one, other)) return { kind: "unit" };
  if (relate(one, other) === "apart") return;
  const [own, others] = [readCircumstances(one), readCircumstances(other)];
  if (one.isPast !== other.isPast)
    return tellTime(one, own.time === others.time ? undefined : own.time);
  const dated = { statement: one, words: own.time };
  const rival = { statement: other, words: others.time };
  if (differInTime(dated, rival)) return withWords("time", own.time);
  const told = PLAINEST_FIRST.filter(([kind, needed]) => differs(own, others, kind, needed));
  const [kind] = told.find(([reason]) => own[reason] !== undefined) ?? [];
  if (kind !== undefined) return withWords(kind, own[kind]);
  if (arePublishedApart(one, other)) return { kind: "time" };
  return { kind: told[0]?.[0] ?? "contradiction" };
}

/** Without words for it, what stood before the change or after. */
function tellTime({ value, isPast }: Statement, words: string | undefined): DifferenceReason {
  if (words !== undefined) return { kind: "time", words };
  if (isPast) return { kind: "before" };
  const isResult = value.kind === "amount" && value.amount.change === "after";
  return { kind: isResult ? "result" : "time" };
}

function withWords(kind: keyof Circumstances, words: string | undefined): DifferenceReason {
  return words === undefined ? { kind } : { kind, words };
}

/** Of a change, one tells by how much it was and the other what it led to. */
function readPart(one: Statement, other: Statement): "size" | "result" | undefined {
  if (one.value.kind !== "amount" || other.value.kind !== "amount") return;
  const [own, others] = [one.value.amount.change, other.value.amount.change];
  if (own === "size" && others === "after") return "size";
  return own === "after" && others === "size" ? "result" : undefined;
}

/** Two currencies, a share against a sum, or how many a month against how many there are. */
function isOfAnotherUnit(one: Statement, other: Statement): boolean {
  if (one.value.kind !== "amount" || other.value.kind !== "amount") return false;
  const [own, others] = [one.value.amount, other.value.amount];
  if (own.dimension !== others.dimension) return true;
  return own.dimension === "count" && (own.rate === undefined) !== (others.rate === undefined);
}

function differs(
  own: Circumstances,
  others: Circumstances,
  kind: keyof Circumstances,
  needed: "both" | "either",
): boolean {
  const [here, there] = [own[kind], others[kind]];
  if (here === undefined || there === undefined) {
    return needed === "either" && here !== there;
  }
  return foldPhrase(here) !== foldPhrase(there);
}

function foldPhrase(phrase: string): string {
  return phrase
    .split(/\s+/)
    .map(foldWord)
    .filter((word) => !/^(?:the|in|at|on|by)$/.test(word))
    .join(" ");
}
