// Claim and evidence → the first number that the evidence gives as about or up to, and the claim as exact.

import { compareQuantities } from "../../english/compare-quantities.ts";
import { type Hedge, type HedgeKind, listHedges } from "../../english/hedges.ts";
import type { Quantity } from "../../english/quantities.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";
import { findPlainQuantities, lasts } from "./plain-quantities.ts";

const MARGINS: ReadonlySet<HedgeKind> = new Set(["estimated", "limited"]);
/** What may stand between a margin and its number: "about a third", "up to the 40", "estimated at $5". */
const BETWEEN = /^\s*(?:the\s|an?\s|its\s|at\s|that\s|as\s|£|\$|€)*\s*$/i;
/** "The chamber estimates" tells who says a number, not that it is about that. */
const ESTIMATING = /^estimat(?:e|es|ing)$/i;
/** "Older than 65" where the evidence has "over 65". */
const OTHER_MARGIN = /\bsome\b|\b\p{L}+er than\b|\bas \p{L}+ as\b|\bexceed/iu;
/** "40 or so", "40 at most". */
const BEHIND = /^\s*(?:\p{L}+\s)?$/u;

/** A number that is nowhere exact in the evidence needs a word in the claim that says so. */
export function checkMargins(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  if (listMargins(claim).some(({ text }) => !ESTIMATING.test(text))) return;
  if (OTHER_MARGIN.test(claim)) return;
  const known = evidence.quotes.flatMap((text) => {
    const margins = listMargins(text);
    return findPlainQuantities(text).map((quantity) => ({
      quantity,
      margin: margins.find((hedge) => isAbout(hedge, quantity, text)),
    }));
  });
  for (const stated of findPlainQuantities(claim)) {
    const same = known.filter(({ quantity }) => compareQuantities(stated, quantity) === "same");
    const [first] = same;
    if (first?.margin === undefined || same.some(({ margin }) => margin === undefined)) continue;
    const written = claim.slice(stated.start, stated.end);
    const detail = `Its quotes have “${first.margin.text}” with “${written}”, it does not.`;
    return { reason: "hedge", detail };
  }
  return;
}

/** "Only" sets no number aside: a claim without it says the same number. */
function listMargins(text: string): readonly Hedge[] {
  return listHedges(text).filter(
    ({ kind, text: word }) => MARGINS.has(kind) && !/^only$/i.test(word),
  );
}

function isAbout(hedge: Hedge, quantity: Quantity, text: string): boolean {
  const { start, end } = quantity;
  if (/^over$/i.test(hedge.text) && lasts(quantity)) return false;
  if (hedge.end <= start) return BETWEEN.test(text.slice(hedge.end, start));
  return /^(?:or so|or more|at most|at least)$/i.test(hedge.text) && hedge.start >= end
    ? BEHIND.test(text.slice(end, hedge.start))
    : false;
}
