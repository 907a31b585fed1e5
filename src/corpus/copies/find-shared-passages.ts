// The prose of two articles → the passages that stand in both, word for word or nearly.

import type { SharedPassage } from "../../core/lineage.ts";
import { NO_STRETCH, type Pair, type Stretch, surround } from "./follow-words.ts";
import { hashRuns } from "./hash-runs.ts";
import type { PlacedProse, PlacedWord } from "./place-words.ts";

/** A passage in both, and how many of its words stand outside quotation marks in the one asked about. */
export interface FoundPassage extends SharedPassage {
  readonly told: number;
}

/** Words that must be the same side by side for a look at what is around them. */
const SEED = 5;
/** Places of one seed that are looked at; what recurs more often is a refrain. */
const MOST_PLACES = 8;
/** Fewer words in common are no passage. */
const LEAST_WORDS = 8;
/**
 * Passages in the order of the first article, no two of which overlap there: the longest stretch from
 * each word on, over small edits. Time grows with the words of both and with what they share.
 */
export function findSharedPassages(
  { words: own }: PlacedProse,
  { words: other }: PlacedProse,
): readonly FoundPassage[] {
  const pair = { own, other };
  const places = indexSeeds(pair.other);
  const passages: FoundPassage[] = [];
  const seeds = hashSeeds(pair.own);
  let first = 0;
  for (let at = 0; at < seeds.length; ) {
    const longest = (places.get(seeds[at] ?? 0) ?? [])
      .map((place) => surround(pair, at, place, first))
      .reduce((one, next) => (next.matched > one.matched ? next : one), NO_STRETCH);
    if (longest.matched >= LEAST_WORDS) {
      passages.push(toPassage(pair, longest));
      first = longest.ownEnd;
    }
    at = Math.max(at + 1, first);
  }
  return passages;
}

function hashSeeds(words: readonly PlacedWord[]): Uint32Array {
  return hashRuns(
    words.map(({ hash }) => hash),
    SEED,
  );
}

function indexSeeds(words: readonly PlacedWord[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, seed] of hashSeeds(words).entries()) {
    const known = places.get(seed);
    if (known === undefined) places.set(seed, [place]);
    else if (known.length < MOST_PLACES) known.push(place);
  }
  return places;
}

function toPassage(
  { own, other }: Pair,
  { ownStart, ownEnd, otherStart, otherEnd, matched }: Stretch,
): FoundPassage {
  const words = own.slice(ownStart, ownEnd);
  const told = words.filter(({ isTold }) => isTold).length;
  return {
    own: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 },
    other: { start: other[otherStart]?.start ?? 0, end: other[otherEnd - 1]?.end ?? 0 },
    words: matched,
    told: Math.min(told, matched),
  };
}
