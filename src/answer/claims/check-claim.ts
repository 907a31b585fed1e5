// A claim in a writer's own words and its quotes → what it says that they do not, and which of them carry it.

import { foldWord, listContentStems } from "../../english/stems.ts";
import { findWords } from "../../text/words.ts";
import { checkAttribution, checkQuotations } from "./check-attribution.ts";
import { checkHedges } from "./check-hedges.ts";
import { checkNames } from "./check-names.ts";
import { checkNegations } from "./check-negations.ts";
import { checkDates, checkMargins } from "./check-numbers.ts";
import { checkQuantities } from "./check-quantities.ts";
import { checkStatement } from "./check-statement.ts";
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
    checkNames(claim, evidence) ??
    checkAttribution(claim, evidence) ??
    checkNegations(claim, evidence) ??
    checkMargins(claim, evidence) ??
    checkHedges(claim, evidence) ??
    checkStatement(claim, evidence)
  );
}

/** A quote that shares less of its words with the claim, and none that the others do not, is beside the point. */
const LEAST_SHARED = 0.34;
/** A claim that is so much of a sentence, word by word, is that sentence. */
const LEAST_REPEATED = 0.8;

/** Small models name a sentence too many: without those that carry nothing. Never all are left out. */
export function keepCarrying<Quote extends { readonly text: string }>(
  claim: string,
  quotes: readonly Quote[],
): readonly Quote[] {
  const stated = new Set(listContentStems(claim));
  const shared = new Map(
    quotes.map((quote) => [quote, listContentStems(quote.text).filter((stem) => stated.has(stem))]),
  );
  const weight = (quote: Quote): number =>
    (shared.get(quote)?.length ?? 0) / Math.max(1, listContentStems(quote.text).length);
  let kept = quotes;
  for (const quote of quotes.toSorted((one, other) => weight(one) - weight(other))) {
    const rest = kept.filter((other) => other !== quote);
    const carried = new Set(rest.flatMap((other) => shared.get(other) ?? []));
    const isIdle = (shared.get(quote) ?? []).every((stem) => carried.has(stem));
    if (rest.length > 0 && isIdle && weight(quote) < LEAST_SHARED) kept = rest;
  }
  return kept;
}

/** The quote that the claim repeats, but for typography and a few words: its own words say nothing. */
export function findRepeated<Quote extends { readonly text: string }>(
  claim: string,
  quotes: readonly Quote[],
): Quote | undefined {
  const said = foldWords(claim);
  return quotes.find((quote) => {
    const told = foldWords(quote.text);
    return told.includes(said) && said.length >= LEAST_REPEATED * told.length;
  });
}

function foldWords(text: string): string {
  return findWords(text)
    .map((word) => foldWord(word.text))
    .join(" ");
}
