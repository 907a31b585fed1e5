// Claim and evidence → the first words in quotation marks that its evidence does not have.

import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

const PAIRS: readonly RegExp[] = [
  /“([^“”„]*)[”“]/gu,
  /„([^“”„]*)[“”]/gu,
  /"([^"]*)"/gu,
  /«([^«»]*)»/gu,
  /»([^«»]*)«/gu,
  /(?<![\p{L}\p{N}])‘([^‘]*?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^']*?)'(?![\p{L}\p{N}])/gu,
  /``([^`']*)(?:''|``)/gu,
  /`([^`]*)`/gu,
];
const MARKS = /["“”„«»`]/u;

/** Words in quotation marks must stand in a quote, letter for letter but for typography. */
export function checkQuotations(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const known = [...evidence.quotes, ...evidence.context].map(foldTypography);
  let rest = claim;
  for (const pair of PAIRS) {
    for (const [, words = ""] of claim.matchAll(pair)) {
      if (!isQuoted(words, known)) {
        return { reason: "quotation", detail: `“${words}” is in none of its quotes.` };
      }
    }
    rest = rest.replaceAll(pair, " ");
  }
  if (!MARKS.test(rest)) return;
  return { reason: "quotation", detail: "It has a quotation mark without its partner." };
}

function isQuoted(words: string, known: readonly string[]): boolean {
  const folded = foldTypography(words)
    .replace(/[.,;:!?]+$/, "")
    .trim();
  if (folded === "") return false;
  const bounded = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(folded)}(?![\\p{L}\\p{N}])`, "u");
  return known.some((text) => bounded.test(text));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Quotation marks, dashes, spaces and the case of letters do not count. */
function foldTypography(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[“”„«»"]/g, "")
    .replaceAll(/[‘’`]/g, "'")
    .replaceAll(/[‐-―]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
