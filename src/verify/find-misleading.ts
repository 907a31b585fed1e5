// What an editor left out or put in → why it misleads, if it does.

import { findWeight, hasNumber, type Weight } from "../english/hedges.ts";
import type { EditorialMatch, Omission } from "./match-editorial.ts";

/** Further apart than this, two sentences joined by an ellipsis read as one thought that nobody had. */
const FAR_APART = { words: 75, sentences: 3 } as const;
const NAMED: Readonly<Record<Weight, string>> = {
  negation: "the negation",
  hedge: "the hedge",
  condition: "the condition",
  speaker: "the speaker",
};
/** A whole sentence may be left out with its own hedges; not one that turns what comes before. */
const WHOLE: readonly Weight[] = ["negation", "condition"];
const PART: readonly Weight[] = ["negation", "hedge", "condition", "speaker"];

/** One clause for the reader, or `undefined` for an honest edit. `text` is the article's. */
export function findMisleading(match: EditorialMatch, text: string): string | undefined {
  for (const omission of match.omissions) {
    const found =
      omission.replacement === "" ? judgeOmission(omission, text) : judgeReplacement(omission);
    if (found !== undefined) return found;
  }
  const added = match.changes.find(
    ({ kind, draft }) => kind === "insertion" && findWeight(draft, "negation"),
  );
  if (added === undefined || findWeight(added.source, "negation") !== undefined) return undefined;
  return `it puts in the negation “${added.draft}”`;
}

function judgeOmission(omission: Omission, text: string): string | undefined {
  const left = omission.text;
  const sentences = (left.match(/[.!?][”"’']?(?=\s|$)/g) ?? []).length;
  const words = left.split(/\s+/).length;
  if (sentences > 0 && (words > FAR_APART.words || sentences > FAR_APART.sentences)) {
    return `it joins sentences that lie ${words} words apart`;
  }
  const weights = sentences > 0 && isWhole(omission, text) ? WHOLE : PART;
  const unbroken = mendBreak(left);
  return (
    nameLost(
      left,
      weights.filter((weight) => weight !== "speaker"),
    ) ?? nameLost(unbroken, weights)
  );
}

function nameLost(left: string, weights: readonly Weight[]): string | undefined {
  for (const weight of weights) {
    const word = findWeight(left, weight);
    if (word !== undefined) return `it leaves out ${NAMED[weight]} “${word}”`;
  }
  return undefined;
}

/** Nothing but whole sentences: it begins behind one and ends with one. */
function isWhole({ start, end }: Omission, text: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start + 3);
  const last = text.slice(Math.max(0, end - 4), end);
  return /[.!?][”"’']?\s/.test(before) && /[.!?][”"’']?\s*[“"‘]?$/.test(last);
}

/**
 * Without `,” she said. “`: what breaks one speaker's words, between closing and opening marks. Where
 * two are named there, it stays.
 */
function mendBreak(left: string): string {
  const alone = /^[,.!?…—-]?\s*[”"’'][^“”"]{1,90}[“"‘']$/;
  if (alone.test(left.trim())) return "";
  return left.replace(/[,.!?…—-]?\s*”(?<between>[^“”]{1,90})“/, (broken, between: string) => {
    const said = findWeight(between, "speaker");
    const rest = said === undefined ? "" : between.replace(said, "");
    return said !== undefined && findWeight(rest, "speaker") === undefined ? " " : broken;
  });
}

function judgeReplacement({ text, replacement }: Omission): string | undefined {
  for (const weight of ["negation", "hedge", "condition"] as const) {
    const word = findWeight(text, weight);
    if (word !== undefined && findWeight(replacement, weight) === undefined) {
      return `“[${replacement}]” stands in place of ${NAMED[weight]} “${word}”`;
    }
  }
  if (hasNumber(text) && hasNumber(replacement) && text.trim() !== replacement.trim()) {
    return `“[${replacement}]” stands in place of the number “${text.trim()}”`;
  }
  return undefined;
}
