// The prose of an article → two samples of its word runs, as hashes.

import type { Lineage } from "../../core/lineage.ts";
import { hashRuns, hashWords } from "./hash-runs.ts";

/**
 * Words in a run by which copies are told. Shorter runs are shared by chance and by common phrases,
 * longer ones do not survive an edited sentence.
 */
const PRINT_RUN = 5;
/** One such run in so many is kept: those whose hash is below this. */
const KEPT_BELOW = 2 ** 32 / 10;
/** Words in a run by which passages are found: rarer, for one in common must be worth a look. */
const MARK_RUN = 6;
/** Of so many runs side by side one is kept: together they are twenty words. */
const WINDOW = 15;

/**
 * `prints` by FracMinHash (Irber et al. 2022): the runs whose hash falls below a fixed bound, whatever
 * stands around them. Unlike MinHash with a fixed number of values it measures containment, so that a
 * shortened copy, and one inside a longer article, are found as surely as a whole one.
 *
 * `marks` by winnowing (Schleimer et al. 2003): the least hash of every window. It does not measure,
 * but promises that twenty words in common leave a mark in both. Linear time.
 */
export function fingerprintTexts(texts: readonly string[]): Pick<Lineage, "prints" | "marks"> {
  const words = hashWords(texts);
  return {
    prints: sortOnce(hashRuns(words, PRINT_RUN).filter((hash) => hash < KEPT_BELOW)),
    marks: sortOnce(pickLeast(hashRuns(words, MARK_RUN))),
  };
}

/** The least of every window, in order; of a text shorter than a window the least of all. */
function pickLeast(hashes: Uint32Array): number[] {
  const picked: number[] = [];
  let place = -1;
  for (let last = Math.min(WINDOW, hashes.length) - 1; last < hashes.length; last += 1) {
    const least = findLeast(hashes, Math.max(0, last - WINDOW + 1), last);
    if (least !== place) picked.push(hashes[least] ?? 0);
    place = least;
  }
  return hashes.length === 0 ? [] : picked;
}

/** Of equal ones the rightmost, which stays the least for longest. */
function findLeast(hashes: Uint32Array, first: number, last: number): number {
  let least = first;
  for (let at = first + 1; at <= last; at += 1) {
    if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
  }
  return least;
}

function sortOnce(hashes: Iterable<number>): Uint32Array {
  return Uint32Array.from(new Set(hashes)).sort();
}
