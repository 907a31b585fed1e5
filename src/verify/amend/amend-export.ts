// A quote of an export that stands elsewhere, or whose number leads elsewhere → the edits that put it right.

import type { Edit, LocatedFinding } from "../../core/check.ts";
import type { Proof } from "../../core/proof.ts";
import type { Span } from "../../core/span.ts";
import { checksum } from "../../text/checksum.ts";
import { countCodePoints } from "../../text/code-points.ts";

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
