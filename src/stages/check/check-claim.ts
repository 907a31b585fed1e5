// A claim in a writer's own words and its quotes → what it says that they do not, if anything.

import { carriesSubject, stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import { checkDates } from "./check-dates.ts";
import { checkNames } from "./check-names.ts";
import { checkNegations } from "./check-negations.ts";
import { checkQuantities } from "./check-quantities.ts";
import { checkQuotations } from "./check-quotations.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

/** A claim shares at least this part of its subject words with its quotes: a title says what is asked, not what is so. */
const LEAST_SHARED = 0.45;

/**
 * The first fault of a claim, or undefined when none was found. Quotation marks, dates, numbers,
 * units and names of the claim must occur in its quotes; negations must agree. It cannot tell
 * whether a claim without any of these follows from its quotes: only that it speaks of the same.
 */
export function checkClaim(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  return (
    checkQuotations(claim, evidence) ??
    checkDates(claim, evidence) ??
    checkQuantities(claim, evidence) ??
    checkNames(claim, evidence) ??
    checkNegations(claim, evidence) ??
    checkSubject(claim, evidence)
  );
}

function checkSubject(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const stated = new Set(listStems(claim));
  const known = new Set(evidence.quotes.flatMap(listStems));
  const shared = [...stated].filter((stem) => known.has(stem)).length;
  if (stated.size > 0 && shared >= LEAST_SHARED * stated.size) return;
  return { reason: "unsupported", detail: "It shares too few words with its quotes." };
}

function listStems(text: string): string[] {
  return findWords(text)
    .flatMap((word) => word.text.split("-"))
    .filter(carriesSubject)
    .map(stemWord);
}
