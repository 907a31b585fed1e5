// Claim and evidence → the first hedge of the evidence without which the claim says more than it.

import { type Hedge, type HedgeKind, listHedges } from "../../english/hedges.ts";
import { stemVerb } from "../../english/stem-verb.ts";
import { findWords } from "../../text/words.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";
import { type HedgedPart, listHedgedParts } from "./hedged-parts.ts";

/** The part that a claim speaks of shares so much of its words with it; one that opens a clause is long. */
const LEAST_SHARED = { word: 0.65, clause: 0.4 } as const;
/** They speak of a whole clause; any other hedge first of the word behind it. */
const CLAUSE_LED =
  /^(?:alleg(?:es?|ing)|claim|accus|believ|think|thought|suspects?$|fear|suggest|estimat|den)/i;
const ATTRIBUTION =
  /\b(?:said|says?|saying|told|tells?|according to|insist(?:s|ed)?|assert(?:s|ed)?|argue[sd]?|maintain(?:s|ed)?|stated|reports?|reported|charged|consider(?:s|ed)?|concluded?)\b|’s view\b/i;
const FUTURE = /\b(?:will|shall|going to|due to)\b/i;
const INTENTION =
  /\b(?:to be|(?:is|are|was|were) (?:due )?to|due to|wants? to|wanted to|puts? \S.{0,60} at|intention|if|considering|expect(?:s|ed)?|hop(?:es?|ed|ing))\b/i;
const CONDITION = /\b(?:subject to|should|in the case of|once|were .{1,40} to)\b/i;
/** "Thinks", "suspects": held by somebody, so that naming who holds it keeps it. */
const BELIEF = /^(?:believ|think|thought|suspect|fear|suggest|estimat)/i;
const HEARSAY: readonly HedgeKind[] = ["alleged", "reported", "possible"];

/** What in a claim keeps a hedge of that kind: a hedge of one of these kinds, or these words. */
const KEPT_BY: Readonly<
  Partial<Record<HedgeKind, { kinds: readonly HedgeKind[]; words?: RegExp }>>
> = {
  alleged: { kinds: [...HEARSAY, "denied"], words: ATTRIBUTION },
  reported: { kinds: HEARSAY, words: ATTRIBUTION },
  possible: {
    kinds: [...HEARSAY, "conditional"],
    words: /\b(?:can|chance|risk|hope[sd]?|indicat(?:es?|ed|ing))\b/i,
  },
  planned: { kinds: ["planned", "possible"], words: INTENTION },
  conditional: { kinds: ["conditional", "possible"], words: CONDITION },
  denied: {
    kinds: ["denied", "alleged"],
    words: /\b(?:not?|never|none|nothing|without)\b|n['’]t\b/i,
  },
};

/** A part of the evidence that only may be so, is planned or is somebody's charge must stay that in the claim. */
export function checkHedges(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const stated = new Set(findWords(claim).flatMap(({ text }) => text.split("-").map(stemVerb)));
  const hedges = listHedges(claim);
  const lost = listHedgedParts(evidence.quotes, weighs).find(
    (part) => speaksOf(part, stated) && !keeps(claim, hedges, part.hedge),
  );
  if (lost === undefined) return;
  return { reason: "hedge", detail: `Its quotes say “${lost.hedge.text}”, it does not.` };
}

/** Numbers have margins of their own; "reported" alone says only who says it. */
function weighs({ kind, text }: Hedge): boolean {
  return KEPT_BY[kind] !== undefined && !/^(?:reported|rejected|known to be)$/i.test(text);
}

function speaksOf({ stems, head, hedge }: HedgedPart, stated: ReadonlySet<string>): boolean {
  const all = new Set(stems);
  const shared = [...all].filter((stem) => stated.has(stem)).length;
  const isClause = CLAUSE_LED.test(hedge.text);
  if (!isClause && head !== undefined && stated.has(head)) return true;
  const least = LEAST_SHARED[isClause ? "clause" : "word"] * all.size;
  return shared >= Math.max(least, Math.min(2, all.size));
}

function keeps(claim: string, hedges: readonly Hedge[], { kind, text }: Hedge): boolean {
  const kept = KEPT_BY[kind];
  if (kept === undefined || hedges.some((hedge) => kept.kinds.includes(hedge.kind))) return true;
  if (kept.words?.test(claim) === true) return true;
  if (kind === "planned" && /^(?:would|set to|scheduled)$/i.test(text)) return FUTURE.test(claim);
  return BELIEF.test(text) && ATTRIBUTION.test(claim);
}
