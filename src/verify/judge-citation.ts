// The citation behind a quotation and the proof's source → whether it cites that source, and its line.

import type { DocumentNote, LocatedFinding, Quotation } from "../core/check.ts";
import type { ProvedSource } from "../core/proof.ts";
import { hashName } from "../text/checksum.ts";

/** Whether one of the keys cited is the source's: an export's key ends in the hash of its article's id. */
export function citesSource({ cited }: Quotation, source: ProvedSource | undefined): boolean {
  if (cited === undefined || source === undefined) return false;
  const ending = hashName(source.articleId);
  return cited.keys.some((key) => key === ending || key.endsWith(`-${ending}`));
}

/**
 * What is wrong with the citation; `undefined` where there is none, and where its keys are of no source
 * of the document's proofs: somebody may have given the bibliography keys of their own.
 */
export function findMiscited(
  quotation: Quotation,
  source: ProvedSource | undefined,
  entries: readonly { readonly source: ProvedSource | undefined }[],
): string | undefined {
  if (quotation.cited === undefined || source === undefined) return undefined;
  if (citesSource(quotation, source)) return undefined;
  const other = entries.find((entry) => citesSource(quotation, entry.source))?.source;
  if (other === undefined) return undefined;
  return `It cites ${other.articleId}; the proof has it from ${source.articleId}.`;
}

/** A note for each verified quote whose citation gives another line than the one that it begins in. */
export function noteCitedLines(findings: readonly LocatedFinding[]): readonly DocumentNote[] {
  return findings.flatMap(({ quotation: { cited }, proved, verdict, place, at }) => {
    if (cited?.line === undefined || proved === undefined || verdict !== "verified") return [];
    if (place === undefined || place.line === cited.line) return [];
    const text = `The citation gives line ${cited.line}; the words begin in line ${place.line}.`;
    return [{ line: at.line, text }];
  });
}
