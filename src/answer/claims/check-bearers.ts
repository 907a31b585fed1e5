// Claim and evidence → the first number of the claim that its quotes give to somebody else.

import { compareQuantities } from "../../english/compare-quantities.ts";
import type { Quantity } from "../../english/quantities.ts";
import { foldWord, isStopWord } from "../../english/stems.ts";
import { findWords } from "../../text/words.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";
import { findPlainQuantities } from "./plain-quantities.ts";

/** Where one thing's number ends and the next one's begins: "A pays $36; B starts at $63". */
const PART_END = /;|:|,?\s+(?:while|whereas|but|and)\s+(?=(?:the\s+)?\p{Lu})|(?<=[.!?]["”’)]*)\s+/u;

interface Part {
  readonly names: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
}

/**
 * Where a quote sets several numbers of one kind beside several names, part by part, a claim that
 * names one of them has that one's number.
 */
export function checkBearers(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const parts = evidence.quotes.flatMap((text) => text.split(PART_END)).map(readPart);
  const [stated, ...others] = claim.split(PART_END).map(readPart);
  if (stated === undefined || others.length > 0) return;
  for (const quantity of stated.quantities) {
    const bearing = parts.filter((part) =>
      part.quantities.some((other) => isSame(quantity, other)),
    );
    const named = parts.filter((part) => [...part.names].some((name) => stated.names.has(name)));
    const isMisplaced =
      bearing.length > 0 &&
      named.length > 0 &&
      bearing.every((part) => !named.includes(part) && part.names.size > 0) &&
      named.every((part) => part.quantities.some((other) => isRival(quantity, other)));
    if (!isMisplaced) continue;
    const written = claim.slice(quantity.start, quantity.end);
    return { reason: "number", detail: `Its quotes give “${written}” to somebody else.` };
  }
  return;
}

function readPart(text: string): Part {
  const names = findWords(text)
    .filter(({ text: word }) => /^\p{Lu}/u.test(word))
    .map(({ text: word }) => foldWord(word))
    .filter((word) => !isStopWord(word));
  return { names: new Set(names), quantities: findPlainQuantities(text) };
}

function isSame(one: Quantity, other: Quantity): boolean {
  return compareQuantities(one, other) === "same";
}

/** Another number of the same kind. */
function isRival(one: Quantity, other: Quantity): boolean {
  return !isSame(one, other) && one.measure?.dimension === other.measure?.dimension;
}
