// A comparison → its heading and its reasons in words.

import type { Comparison, DifferenceReason, Position } from "../../model/comparison.ts";

const KINDS: Readonly<Record<DifferenceReason["kind"], string>> = {
  time: "another time",
  place: "another place",
  group: "another group",
  unit: "another unit",
  definition: "another sense",
  bound: "another bound",
  contradiction: "they contradict each other",
};

/** `Where the sources differ`, or how many agree. Not yet made safe. */
export function headComparison({ verdict, independent }: Comparison): string {
  if (verdict === "differ") return "Where the sources differ";
  if (verdict === "agree") return `Where the sources agree: ${independent} independent`;
  return "One source alone speaks to it";
}

/** `another time: a year ago`; empty where nothing differs. */
export function describeReason({ reason }: Position): string {
  if (reason === undefined) return "";
  const { kind, words } = reason;
  return words === undefined ? KINDS[kind] : `${KINDS[kind]}: ${words}`;
}

/** `10 miles (16.1 km)`: the value as written, with what it was converted to. */
export function nameValue({ value, conversion }: Position): string {
  return conversion === undefined ? value : `${value} (${conversion})`;
}
