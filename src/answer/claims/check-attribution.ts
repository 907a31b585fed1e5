// Claim and evidence → quoted words that its quotes do not have, or a speaker who is not theirs.

import { attributeSpan } from "../../english/speech/attribute-span.ts";
import { isSpeaker } from "../../english/speech/is-speaker.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

const PAIRS: readonly RegExp[] = [
  /“([^“”„]*)[”“]/gu,
  /"([^"]*)"/gu,
  /(?<![\p{L}\p{N}])‘([^‘]*?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^']*?)'(?![\p{L}\p{N}])/gu,
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
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
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

/**
 * A finding where every quote has a speaker and none is the claim's. A publisher of the quotes may be
 * said to report them, and a claim that names nobody is nobody's.
 */
export function checkAttribution(
  claim: string,
  { speakers = [], context }: ClaimEvidence,
): ClaimFinding | undefined {
  const name = nameSpeaker(claim);
  const isKnown = speakers.length > 0 && speakers.every((parties) => parties.length > 0);
  if (name === undefined || !isKnown || context.some((known) => known.includes(name))) return;
  if (speakers.flat().some((party) => isSpeaker(party, name))) return;
  const [first] = speakers.flat();
  const said = first?.name ?? first?.role ?? "";
  return {
    reason: "name",
    detail: `"${name}" is not who says it: its quotes have it from ${said}`,
  };
}

/** The claim's speaker, where one of the quotes' is meant: a name that the claim may use. */
export function nameSpeakerOf(
  claim: string,
  speakers: ClaimEvidence["speakers"] = [],
): string | undefined {
  const name = nameSpeaker(claim);
  return name !== undefined && speakers.flat().some((party) => isSpeaker(party, name))
    ? name
    : undefined;
}

function nameSpeaker(claim: string): string | undefined {
  return attributeSpan(claim, { start: 0, end: claim.length }).speaker?.name;
}
