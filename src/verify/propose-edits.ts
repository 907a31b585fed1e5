// A quote that stands elsewhere or differs in typography → the edits that put it right.

import type { Edit, Finding, LocatedFinding, Quotation } from "../core/check.ts";
import type { Proof } from "../core/proof.ts";
import type { Span } from "../core/span.ts";
import { checksum } from "../text/checksum.ts";
import { countCodePoints } from "../text/code-points.ts";
import { type FoldedText, foldTypography } from "../text/fold-typography.ts";

/** Characters of an article that a document could take for markup, or that nobody would see. */
const UNSAFE = /[\\`*_{}[\]<>#&|~\n\r\t\u0085\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u;
const WHITE = /^[^\S\n\r]*$/;
const HIDDEN = /^[\u00ad\u200b\u2060\ufeff]+$/;

/**
 * Letters, digits and signs are the same on both sides once typography is folded away, so that no
 * word can change. Line ends stay where the document has them; what the article hides, or what could
 * be markup in the document, is not put in.
 */
export function amendTypography(
  { quotation, place, changes }: Finding,
  document: string,
): readonly Edit[] {
  if (place === undefined || changes.some(({ kind }) => kind !== "typography")) return [];
  const [there, here] = [trimFolded(place.text), trimFolded(quotation.text)];
  if (there.text !== here.text) return [];
  return pairPieces(there, here).flatMap(([source, draft]) => {
    const article = place.text.slice(source.start, source.end);
    const words = quotation.text.slice(draft.start, draft.end);
    if (article === words || !isSafe(article, words)) return [];
    const span = placeInDocument(quotation, draft, document);
    return span === undefined ? [] : [{ ...span, text: article }];
  });
}

/** Without the space that folding leaves of white space at either end. */
function trimFolded(text: string): FoldedText {
  const folded = foldTypography(text);
  const from = folded.text.length - folded.text.trimStart().length;
  const to = from + folded.text.trim().length;
  return {
    text: folded.text.slice(from, to),
    starts: folded.starts.slice(from, to),
    ends: folded.ends.slice(from, to),
  };
}

/** Stretches of both texts that fold to the same, as short as can be, and what lies between them. */
function pairPieces(there: FoldedText, here: FoldedText): readonly (readonly [Span, Span])[] {
  const pairs: (readonly [Span, Span])[] = [];
  let [behindThere, behindHere] = [there.starts[0] ?? 0, here.starts[0] ?? 0];
  for (let from = 0; from < there.text.length; ) {
    let to = from + 1;
    while (to < there.text.length && (isInside(there, to) || isInside(here, to))) to += 1;
    const [source, draft] = [spanOf(there, from, to), spanOf(here, from, to)];
    pairs.push([
      { start: behindThere, end: source.start },
      { start: behindHere, end: draft.start },
    ]);
    pairs.push([source, draft]);
    [behindThere, behindHere] = [source.end, draft.end];
    from = to;
  }
  return pairs;
}

/** Whether a unit came from the same character as the one before it. */
function isInside({ starts }: FoldedText, at: number): boolean {
  return starts[at] === starts[at - 1];
}

function spanOf({ starts, ends }: FoldedText, from: number, to: number): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

function isSafe(article: string, words: string): boolean {
  if (UNSAFE.test(article) || /[\n\r]/.test(words)) return false;
  if (article !== "" && words !== "") return true;
  return WHITE.test(article + words) || HIDDEN.test(article + words);
}

/** The words' place in the document; `undefined` where markup stands among them. */
function placeInDocument(
  { places = [] }: Quotation,
  { start: from, end: to }: Span,
  document: string,
): Span | undefined {
  const [start, end] = [places[from], places[to]];
  if (start === undefined || end === undefined) return undefined;
  if (from === to) return places[from - 1] === start - 1 ? { start, end: start } : undefined;
  const raw = document.slice(start, end);
  const plain = raw.length === to - from && !/[\\`*_[\]<>&]/.test(raw);
  return plain || /^(?:\\[!-/:-@[-`{-~]|&#?[\da-z]+;)$/i.test(raw) ? { start, end } : undefined;
}

/** A proof of the document, and where its JSON stands in it as it is. */
export interface PlacedProof {
  readonly proof: Proof;
  readonly start: number;
  readonly json: string;
}

const POSITION = /"start":\s*(\d+),\s*"end":\s*(\d+)/dg;
const CHECKSUM = /"checksum":\s*"([0-9a-f]{8})"/d;
const MARKER = /^\s*\[\\?\[(\d{1,9})\\?\]\]\(#source-(\d{1,9})\)/d;

/**
 * The place in the proof and in the visible list of a quote that stands in its article, but not where
 * the export says. `source` is the article's text.
 */
export function amendPlace(
  { proved, place, quotation }: LocatedFinding,
  { proof, start, json }: PlacedProof,
  document: string,
  source: string,
): readonly Edit[] {
  const quote = proof.quotes[proved?.quote ?? -1];
  const sourceId = proof.sources.find(({ number }) => number === quote?.source)?.articleId;
  if (place === undefined || quote === undefined || sourceId !== place.articleId) return [];
  const count = (at: number): number =>
    proof.unit === "utf-16" ? at : countCodePoints(source, at);
  const positions = [...json.matchAll(POSITION)][proved?.quote ?? -1];
  const [, from, to] = positions?.indices ?? [];
  if (from === undefined || to === undefined) return [];
  return [
    { ...shift(from, start), text: String(count(place.start)) },
    { ...shift(to, start), text: String(count(place.end)) },
    ...amendListing(quotation.marker?.number ?? quote.number, place, document),
  ];
}

function shift([from, to]: readonly [number, number], by: number): Span {
  return { start: from + by, end: to + by };
}

function amendListing(
  number: number | undefined,
  { line, start, end }: Span & { readonly line: number },
  document: string,
): readonly Edit[] {
  if (number === undefined) return [];
  const listed = new RegExp(
    `\\\\?\\[${number}\\\\?\\] \\[?line (\\d+), characters (\\d+) to (\\d+)`,
    "d",
  ).exec(document);
  return (listed?.indices ?? []).slice(1).flatMap((span, at) => {
    const text = String([line, start, end][at]);
    return span === undefined ? [] : [{ ...shift(span, 0), text }];
  });
}

/** The number and link of a quote whose words are another number's in the proof. */
export function amendMarker(
  { quotation, proved }: LocatedFinding,
  { proof }: PlacedProof,
  document: string,
): readonly Edit[] {
  const quote = proof.quotes[proved?.quote ?? -1];
  const marker = MARKER.exec(document.slice(quotation.end, quotation.end + 60));
  const [, number, source] = marker?.indices ?? [];
  if (quote?.number === undefined || number === undefined || source === undefined) return [];
  return [
    { ...shift(number, quotation.end), text: String(quote.number) },
    { ...shift(source, quotation.end), text: String(quote.source) },
  ];
}

/** The checksum of a proof whose other fields were edited; it covers them as they will be. */
export function sealProof({ start, json }: PlacedProof, edits: readonly Edit[]): readonly Edit[] {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= start + json.length);
  const [, sealed] = CHECKSUM.exec(json)?.indices ?? [];
  if (inside.length === 0 || sealed === undefined) return [];
  let edited = json;
  for (const edit of [...inside].sort((one, other) => other.start - one.start)) {
    edited = edited.slice(0, edit.start - start) + edit.text + edited.slice(edit.end - start);
  }
  const { checksum: _checksum, ...rest } = JSON.parse(edited) as Record<string, unknown>;
  return [{ ...shift(sealed, start), text: checksum(JSON.stringify(rest)) }];
}
