// A claim in a writer's own words and its quotes → what it says that they do not, if anything.

import { checkHedges } from "./check-hedges.ts";
import { checkNames } from "./check-names.ts";
import { checkNegations } from "./check-negations.ts";
import { checkBearers, checkDates, checkMargins } from "./check-numbers.ts";
import { checkQuantities } from "./check-quantities.ts";
import { checkStatement } from "./check-statement.ts";
import { checkQuotations, checkVoices } from "./check-voices.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

/**
 * The first fault of a claim, or undefined when none was found. Quotation marks, dates, numbers,
 * units and names of the claim must occur in its quotes; whoever it names as the speaker must be theirs;
 * negations and hedges must agree. It cannot tell
 * whether a claim without any of these follows from its quotes: only that it speaks of the same.
 */
export function checkClaim(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  return (
    checkQuotations(claim, evidence) ??
    checkDates(claim, evidence) ??
    checkQuantities(claim, evidence) ??
    checkBearers(claim, evidence) ??
    checkNames(claim, evidence) ??
    checkVoices(claim, evidence) ??
    checkNegations(claim, evidence) ??
    checkMargins(claim, evidence) ??
    checkHedges(claim, evidence) ??
    checkStatement(claim, evidence)
  );
}
