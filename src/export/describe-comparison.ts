// A comparison → its heading and its reasons in words.

import type { Answer, Claim } from "../core/answer.ts";
import type { Comparison, Position, ReasonKind, ValueHedge } from "../core/comparison.ts";
import { nameDays } from "../english/iso-date.ts";

const KINDS: Readonly<Record<ReasonKind, string>> = {
  time: "another day",
  unit: "another unit",
  bound: "another bound",
  contradiction: "they contradict each other",
};

const HEDGES: Readonly<Record<ValueHedge, string>> = {
  alleged: "alleged",
  reported: "hearsay",
  estimated: "an estimate",
  possible: "not certain",
  planned: "planned",
  conditional: "on a condition",
  denied: "denied",
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

/** `2 independent sources; another bound`; empty where there is nothing to say. */
export function describePosition(position: Position): string {
  return [describeVoices(position), describeReason(position)]
    .filter((part) => part !== "")
    .join("; ");
}

function describeVoices(position: Position): string {
  const { independent } = position;
  return independent > 1 ? `${independent} independent sources` : describeShared(position);
}

/** `2 articles, one speaker: Ada Roe`; a speaker who is the value is not named again. Empty where its articles are several voices, or one article. */
export function describeShared({ independent, sharedSpeaker, stance }: Position): string {
  if (independent > 1 || sharedSpeaker === undefined) return "";
  const { articles, name, isAlone } = sharedSpeaker;
  if (stance !== undefined) return `in ${articles} articles`;
  return `${articles} articles, ${isAlone ? "one speaker" : "the same speaker in each"}: ${name}`;
}

/** `Where the sources differ`, or how many agree. Not yet made safe. */
export function headComparison(comparison: Comparison): string {
  const { verdict, positions, independent } = comparison;
  const stances = new Set(positions.map(({ stance }) => stance));
  if (!stances.has(undefined)) return headSpeakers(stances.size > 1, positions);
  if (verdict === "differ") {
    const isUpdate = positions.every(({ days }) => days !== undefined);
    return isUpdate
      ? "Then and now: later articles give another value"
      : "Where the sources differ";
  }
  if (verdict === "alone") return "One source alone speaks to it";
  const voices = independent > 1 ? `${independent} independent` : headVoice(positions);
  if (positions.length === 1) return `Where the sources agree: ${voices}`;
  return `Different positions that may all hold: ${independent > 1 ? `${voices} sources` : voices}`;
}

function headVoice(positions: readonly Position[]): string {
  const isOne = positions.every(({ sharedSpeaker }) => sharedSpeaker?.isAlone === true);
  return isOne ? "one speaker" : "not independently";
}

function headSpeakers(isDivided: boolean, [first]: readonly Position[]): string {
  if (isDivided) return "Who says so, and who says otherwise";
  return first?.stance === "denies" ? "Who says otherwise" : "Who says so";
}

/** `another bound`, `published on 8 July 2022`; empty where nothing differs. */
export function describeReason({ reason, days }: Position): string {
  if (days !== undefined) return `published ${nameDays(days)}`;
  return reason === undefined ? "" : KINDS[reason.kind];
}

/** `10 miles (16.1 km)`: the value as written, with what it was converted to and what is taken from it. */
export function nameValue({ value, conversion, stance, hedge }: Position): string {
  const said = stance === "denies" ? "says otherwise" : undefined;
  const marks = [conversion, said, hedge && HEDGES[hedge]].filter((mark) => mark !== undefined);
  return marks.length === 0 ? value : `${value} (${marks.join("; ")})`;
}
