// A file's id and how many parts a corpus has → the part that it is of, the same on every machine; a listing → what of it is of a part.

import { PullquoteError } from "../../core/errors.ts";
import type { CorpusPart } from "../../core/index-state.ts";
import { checksumBytes } from "../../text/checksum.ts";
import type { Listing } from "./list-sources.ts";

/**
 * From 1 to `of`: CRC-32 of the id's UTF-8 bytes, as zlib and every engine for large data have it, modulo
 * `of`, and one more. Articles of one file are all of its part.
 */
export function findPart(file: string, of: number): number {
  return (checksumBytes(new TextEncoder().encode(file)) % of) + 1;
}

export function describePart(part: CorpusPart | undefined): string {
  return part === undefined ? "a whole corpus" : `part ${part.part} of ${part.of}`;
}

interface Choice {
  readonly part?: CorpusPart | undefined;
  readonly manifest?: readonly string[] | undefined;
}

/** @throws PullquoteError `bad-setting` where the manifest names what is not there: rows would be missing unnoticed */
export function takePart(listing: Listing, { part, manifest }: Choice): Listing {
  if (part === undefined && manifest === undefined) return listing;
  const isOfPart = (id: string): boolean =>
    part === undefined || findPart(id, part.of) === part.part;
  const named = manifest && new Set(manifest);
  const isWanted = ({ id }: { readonly id: string }): boolean =>
    isOfPart(id) && (named === undefined || named.has(id));
  const listed = listing.listed.filter(isWanted);
  const skipped = listing.skipped.filter(isWanted);
  const there = new Set([...listed, ...skipped].map(({ id }) => id));
  const missing = (manifest ?? []).filter((id) => isOfPart(id) && !there.has(id));
  if (missing.length > 0) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `The manifest names ${missing.length} files that the corpus does not have as articles; the first: ${missing[0]}.`,
      hint: "A line of a manifest is a file's path below --corpus, with /. List what is there: pullquote articles",
    });
  }
  return { ...listing, listed, skipped };
}
