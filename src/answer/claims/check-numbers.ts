// Claim and evidence → the first date or the first bound that its evidence does not give.

import { findDates, type WrittenDate } from "../../english/dates.ts";
import { type Hedge, type HedgeKind, listHedges } from "../../english/hedges.ts";
import { compareQuantities, type Quantity } from "../../english/measures.ts";
import { findPlainQuantities } from "../../english/quantities.ts";
import { type ClaimEvidence, type ClaimFinding, lasts } from "./claim-evidence.ts";

/** The day on which an article was published counts as given by it. */
export function checkDates(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const dates = findDates(claim);
  if (dates.length === 0) return;
  const texts = [...evidence.quotes, ...evidence.context, ...evidence.published];
  const known = texts.flatMap((text) => findDates(text));
  const missing = dates.find((date) => !isGiven(date, known, texts));
  if (missing === undefined) return;
  const written = claim.slice(missing.start, missing.end);
  return { reason: "date", detail: `The date “${written}” is in none of its quotes.` };
}

function isGiven(
  date: WrittenDate,
  known: readonly WrittenDate[],
  texts: readonly string[],
): boolean {
  if (date.relative !== undefined) return saysRelative(date.relative, texts);
  if (date.weekday !== undefined) return known.some((other) => other.weekday === date.weekday);
  if (date.decade !== undefined) return known.some((other) => fallsInDecade(other, date.decade));
  return known.some((other) => agrees(date, other, known));
}

function saysRelative(relative: string, texts: readonly string[]): boolean {
  const year = /^(past|last) year$/.test(relative);
  return texts.some((text) => {
    const folded = text.toLowerCase();
    return folded.includes(relative) || (year && /\b(past|last) (12|twelve) months\b/.test(folded));
  });
}

function fallsInDecade(date: WrittenDate, decade: number | undefined): boolean {
  return date.decade === decade || (date.year ?? 0) - ((date.year ?? 0) % 10) === decade;
}

/** Day and month must stand together; a year may stand with another date of the same evidence. */
function agrees(date: WrittenDate, other: WrittenDate, known: readonly WrittenDate[]): boolean {
  if (date.day !== undefined && date.day !== other.day) return false;
  if (date.month !== undefined && date.month !== other.month) return false;
  if (date.year === undefined || date.year === other.year) return true;
  return other.year === undefined && known.some((further) => further.year === date.year);
}

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
