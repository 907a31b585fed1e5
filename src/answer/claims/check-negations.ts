// Claim and evidence → the first place where one denies what the other affirms.

import { type Negation, type Polarity, readPolarity } from "../../english/negations.ts";
import { findOpposite } from "../../english/opposites.ts";
import { foldWord, stemVerb } from "../../english/stems.ts";
import { type ClaimEvidence, type ClaimFinding, SENTENCE_END } from "./claim-evidence.ts";

/** What is denied in one must not be affirmed in the other; opposites ("more than") must agree. */
export function checkNegations(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const stated = readPolarity(claim);
  const sentences = evidence.quotes.flatMap((text) => text.split(SENTENCE_END));
  const known = sentences.map(readPolarity);
  const added = stated.negations.find((negation) => !negation.soft && !isDenied(negation, known));
  if (added !== undefined) {
    return fault(`“${added.text}” denies what none of its quotes denies.`);
  }
  const lost = known
    .flatMap((polarity) => polarity.negations)
    .find((negation) => !negation.soft && isAffirmed(negation, stated, known));
  if (lost !== undefined) return fault(`Its quotes say “${lost.text}”, it does not.`);
  const opposite = findOpposite(claim, evidence.quotes);
  return opposite === undefined ? undefined : fault(opposite);
}

function fault(detail: string): ClaimFinding {
  return { reason: "negation", detail };
}

/** A negation of the claim is carried when the evidence denies the same, or affirms nothing of it. */
function isDenied(negation: Negation, known: readonly Polarity[]): boolean {
  const denied = known.flatMap((polarity) => polarity.negations);
  // "Did not cancel" denies "cancelled", although that is a denial of its own.
  const isDouble = denied.some((other) => !other.soft && sharesHead(other, negation));
  if (!isDouble && denied.some((other) => other.soft && deniesWord(negation, other))) return false;
  if (denied.some((other) => other.scope.some((head) => negation.heads.includes(head))))
    return true;
  const affirmed = negation.heads.some((head) => known.some((one) => one.affirmed.has(head)));
  return !affirmed && denied.length > 0;
}

function sharesHead(one: Negation, other: Negation): boolean {
  return one.heads.some((head) => other.heads.includes(head));
}

/** "Did not cancel": the one stands right before the other's word. */
function deniesWord(one: Negation, other: Negation): boolean {
  return one.heads.includes(stemVerb(other.text));
}

/** The evidence denies it, the claim speaks of it and denies none of it. */
function isAffirmed(negation: Negation, stated: Polarity, known: readonly Polarity[]): boolean {
  const turned = stated.negations.find((other) => other.soft && deniesWord(negation, other));
  if (turned !== undefined) {
    return !stated.negations.some((other) => !other.soft && deniesWord(other, turned));
  }
  const spoken = negation.heads.filter((head) => stated.affirmed.has(head));
  if (spoken.length === 0) return false;
  const deniedHere = stated.negations.flatMap((other) => other.scope);
  const told = known.flatMap((polarity) => polarity.negations.map(({ text }) => stemVerb(text)));
  if (stated.negations.some((other) => other.soft && !told.includes(stemVerb(other.text)))) {
    return false;
  }
  if (negation.heads.some((head) => deniedHere.includes(head))) return false;
  if (stated.negations.some((other) => foldWord(other.text) === foldWord(negation.text)))
    return false;
  return spoken.some((head) => !known.some((polarity) => polarity.affirmed.has(head)));
}
