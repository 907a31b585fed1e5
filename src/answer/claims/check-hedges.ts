// Claim and evidence → the first hedge of the evidence without which the claim says more than it.

import { type Hedge, type HedgeKind, listHedges } from "../../english/hedges.ts";
import { carriesSubject, stemVerb } from "../../english/stems.ts";
import { findWords } from "../../text/words.ts";
import { type ClaimEvidence, type ClaimFinding, SENTENCE_END } from "./claim-evidence.ts";

/** A hedge and what it speaks of. */
export interface HedgedPart {
  readonly hedge: Hedge;
  /** Stems of subject words, nearest first, that the texts have nowhere outside of hedged parts. */
  readonly stems: readonly string[];
  /** The nearest subject word's stem, when it is among them: what "may" or "alleged" stands before. */
  readonly head: string | undefined;
}

interface StemAt {
  readonly at: number;
  readonly stem: string;
}

interface Reach {
  readonly from: number;
  readonly to: number;
}

/** Ends whatever a hedge reaches; a comma does too, unless "that" opened a clause with commas in it. */
const STRONG_END =
  /[;:–—()]|,\s+(?:and|but|although|though|while|whereas|yet|which|who|because|so|or|\p{L}+ing)\b|\s(?:but|although|though|whereas)\s/iu;
const ANY_END = new RegExp(`,(?!\\d)|${STRONG_END.source}`, "iu");
/** May stand behind all that it speaks of. */
const TRAILING = /^(?:alleg|claim|believ|think|thought|suspect|fear|suggest|estimat)/i;
const MODAL = /\b(?:will|would|shall|could|can|may|might|must|should)\b/gi;

/** One for each hedge that `weighs` and has something to hold back. */
function listHedgedParts(
  texts: readonly string[],
  weighs: (hedge: Hedge) => boolean,
): readonly HedgedPart[] {
  const sentences = texts
    .flatMap((text) => text.split(SENTENCE_END))
    .map((text) => readSentence(text, weighs));
  const outside = new Set(
    sentences.flatMap(({ stems, parts }) =>
      stems
        .filter(({ at }) => !parts.some(({ reach }) => at >= reach.from && at < reach.to))
        .map(({ stem }) => stem),
    ),
  );
  return sentences.flatMap(({ stems, parts }) =>
    parts.flatMap(({ hedge, reach }) => {
      const all = stems.filter(({ at }) => at >= reach.from && at < reach.to);
      const own = all.filter(({ stem }) => !outside.has(stem)).map(({ stem }) => stem);
      const [nearest] = all;
      const head = nearest !== undefined && own.includes(nearest.stem) ? nearest.stem : undefined;
      return own.length === 0 ? [] : [{ hedge, stems: own, head }];
    }),
  );
}

function readSentence(
  text: string,
  weighs: (hedge: Hedge) => boolean,
): {
  readonly stems: readonly StemAt[];
  readonly parts: readonly { readonly hedge: Hedge; readonly reach: Reach }[];
} {
  const hedges = listHedges(text);
  const stems = findWords(text)
    .filter(({ start }) => !hedges.some((hedge) => start >= hedge.start && start < hedge.end))
    .flatMap(({ start, text: word }) =>
      word
        .split("-")
        .filter(carriesSubject)
        .map((part) => ({ at: start, stem: stemVerb(part) })),
    );
  const parts = hedges
    .filter(weighs)
    .map((hedge) => ({ hedge, reach: findReach(text, hedge, stems) }));
  return { stems, parts };
}

/** What follows in its clause; where nothing follows a verb ("…, researchers estimate"), what stands before. */
function findReach(text: string, hedge: Hedge, stems: readonly StemAt[]): Reach {
  if (hedge.kind === "conditional") return reachOfCondition(text, hedge);
  const behind = text.slice(hedge.end);
  const end = /^\s+that\b/.test(behind) ? STRONG_END : ANY_END;
  const to = hedge.end + (end.exec(behind)?.index ?? behind.length);
  if (stems.some(({ at }) => at >= hedge.end && at < to)) return { from: hedge.end, to };
  if (!TRAILING.test(hedge.text)) return { from: hedge.end, to: hedge.end };
  const before = text.slice(0, hedge.start).replace(/,[^,]*$/, "");
  return { from: startOfClause(before, STRONG_END), to: before.length };
}

/** "If …, A": A. "A if …": A, from its modal on. The condition itself may be told without its consequence. */
function reachOfCondition(text: string, { start, end }: Hedge): Reach {
  const before = text.slice(0, start);
  const from = startOfClause(before, ANY_END);
  if (/[\p{L}\p{N}]/u.test(before.slice(from))) return fromModal(text, { from, to: start });
  const comma = text.indexOf(",", end);
  const behind = comma < 0 ? "" : text.slice(comma + 1);
  const length = STRONG_END.exec(behind)?.index ?? behind.length;
  const begin = text.length - behind.length;
  return fromModal(text, { from: begin, to: begin + length });
}

function fromModal(text: string, { from, to }: Reach): Reach {
  const last = [...text.slice(from, to).matchAll(MODAL)].at(-1);
  return { from: last === undefined ? from : from + last.index + last[0].length, to };
}

function startOfClause(before: string, end: RegExp): number {
  const ends = [...before.matchAll(new RegExp(end.source, "giu"))];
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

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
