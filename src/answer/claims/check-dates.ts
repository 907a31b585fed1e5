// Claim and evidence → the first date of the claim that its evidence does not give.

import { findDates, type WrittenDate } from "../../english/dates.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

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
