// A comparison → its heading and its reasons in words.

import type { Answer, Claim } from "../../model/answer.ts";
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

/** Nothing where no two articles can be compared; one that stands alone is shown only without claims. */
export function pickComparison({ comparison, claims }: Answer): Comparison | undefined {
  return comparison?.verdict === "alone" && claims.length > 0 ? undefined : comparison;
}

/** Each position as a statement with its quotes, for exports that have no table. */
export function listPositions(
  answer: Answer,
): { readonly heading: string; readonly positions: readonly Claim[] } | undefined {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return;
  const positions = comparison.positions.map((position) => ({
    text: [nameValue(position), describePosition(position)]
      .filter((part) => part !== "")
      .join(" – "),
    citations: position.citations,
  }));
  return { heading: headComparison(comparison), positions };
}

/** `2 independent sources; another time: a year ago`; empty where there is nothing to say. */
export function describePosition(position: Position): string {
  return [describeVoices(position), describeReason(position)]
    .filter((part) => part !== "")
    .join("; ");
}

function describeVoices(position: Position): string {
  const { independent } = position;
  return independent > 1 ? `${independent} independent sources` : describeShared(position);
}

/** `2 articles, one speaker: Ada Roe`; empty where its articles are several voices, or one article. */
export function describeShared({ independent, sharedSpeaker }: Position): string {
  if (independent > 1 || sharedSpeaker === undefined) return "";
  const { articles, name, isAlone } = sharedSpeaker;
  return `${articles} articles, ${isAlone ? "one speaker" : "the same speaker in each"}: ${name}`;
}

/** `Where the sources differ`, or how many agree. Not yet made safe. */
export function headComparison({ verdict, independent }: Comparison): string {
  if (verdict === "differ") return "Where the sources differ";
  if (verdict === "agree") {
    return `Where the sources agree: ${independent > 1 ? `${independent} independent` : "one speaker"}`;
  }
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
