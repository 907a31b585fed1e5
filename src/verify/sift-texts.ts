// Patterns → a sieve that finds, in one pass over each text, where any of them stands or nearly stands.

import { createLetterFolder, foldLetters } from "../text/fold-letters.ts";
import { buildSeedTables, type SeedTable } from "./seed-tables.ts";

/**
 * One pattern in one text. `start` and `end` are in the text as given, around the first and behind the
 * last letter. `coverage` is the share of the pattern's seeds that stand close together, 1 when all
 * its letters stand there one behind the other (`exact`).
 */
export interface Sighting {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
  readonly coverage: number;
}

export interface Sieve {
  /**
   * Every place where a pattern's letters and digits stand in the text's (accents, case and all
   * between them apart), and for a pattern without any the place that shares the most runs with it.
   */
  sift(text: string): readonly Sighting[];
}

/** Below this share of its seeds a place is chance. */
const LEAST_COVERAGE = 0.08;
/** Letters of one pattern that are compared in one text: more only where both repeat themselves without end. */
const MOST_WORK = 100_000_000;
/** Places of one pattern in one text that are told. */
const MOST_PLACES = 64;

/**
 * The index is made of what is looked for, not of the corpus: each run of 8 letters of a pattern (5
 * of a short one, all of a tiny one) is a seed in a hash table, and a rolling hash over a text meets
 * every seed that stands in it (Rabin and Karp 1987, for many patterns of many lengths). So the
 * corpus needs no index of its own that could be stale, and is read once however many patterns.
 */
export function createSieve(patterns: readonly string[]): Sieve {
  const folded = patterns.map((pattern) => foldLetters(pattern).units);
  const tables = buildSeedTables(folded);
  const fold = createLetterFolder();
  return {
    sift(text) {
      const { units, places } = fold(text);
      const sightings: Sighting[] = [];
      for (const table of tables) {
        for (const [pattern, hits] of collectHits(table, units)) {
          const letters = folded[pattern];
          if (letters !== undefined) {
            sightings.push(
              ...readHits(hits, letters, units, table.width).map(placeIn(text, places, pattern)),
            );
          }
        }
      }
      return sightings;
    },
  };
}

interface Hits {
  /** Offsets in the text's letters at which the pattern's first seed stands. */
  readonly heads: number[];
  /** Offsets in the text's letters of all its seeds, rising. */
  readonly places: number[];
}

function collectHits(table: SeedTable, units: Uint16Array): ReadonlyMap<number, Hits> {
  const found = new Map<number, Hits>();
  table.roll(units, (pattern, offset, place) => {
    let hits = found.get(pattern);
    if (hits === undefined) {
      hits = { heads: [], places: [] };
      found.set(pattern, hits);
    }
    if (offset === 0) hits.heads.push(place);
    if (hits.places.at(-1) !== place) hits.places.push(place);
  });
  return found;
}

interface LetterSpan {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly coverage: number;
}

function readHits(
  { heads, places }: Hits,
  letters: Uint16Array,
  units: Uint16Array,
  width: number,
): readonly LetterSpan[] {
  const exact = findExact(heads, letters, units).map((from) => ({
    from,
    to: from + letters.length,
    exact: true,
    coverage: 1,
  }));
  if (exact.length > 0) return exact;
  const near = findDensest(places, letters.length, width);
  return near.coverage < LEAST_COVERAGE ? [] : [near];
}

/** Where all of the letters stand, one behind the other. */
function findExact(
  heads: readonly number[],
  letters: Uint16Array,
  units: Uint16Array,
): readonly number[] {
  const places: number[] = [];
  let work = 0;
  for (const head of heads) {
    if (places.length === MOST_PLACES || work > MOST_WORK) break;
    let same = 0;
    while (same < letters.length && letters[same] === units[head + same]) same += 1;
    work += same;
    if (same === letters.length) places.push(head);
  }
  return places;
}

/** The window about as long as the pattern that holds the most seeds. */
function findDensest(places: readonly number[], length: number, width: number): LetterSpan {
  const window = Math.ceil(length * 1.4) + width;
  let best = { first: 0, last: 0, count: 0 };
  let first = 0;
  places.forEach((place, last) => {
    while (place - (places[first] ?? 0) > window) first += 1;
    const count = last - first + 1;
    if (count > best.count) best = { first, last, count };
  });
  const seeds = Math.max(1, length - width + 1);
  return {
    from: places[best.first] ?? 0,
    to: (places[best.last] ?? 0) + width,
    exact: false,
    coverage: Math.min(0.999, best.count / seeds),
  };
}

function placeIn(
  text: string,
  places: Uint32Array,
  pattern: number,
): (span: LetterSpan) => Sighting {
  return ({ from, to, exact, coverage }) => {
    const last = places[to - 1] ?? 0;
    const end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
    return { pattern, start: places[from] ?? 0, end, exact, coverage };
  };
}
