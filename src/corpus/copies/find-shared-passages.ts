// The prose of two articles → the passages that both have, and what one carries of the other beyond spoken words.

import type { Reuse, SharedPassage } from "../../core/lineage.ts";
import type { Span } from "../../core/span.ts";
import { findWords } from "../../text/words.ts";
import {
  hashRuns,
  type PlacedProse,
  type PlacedText,
  type PlacedWord,
} from "./fingerprint-texts.ts";
import { NO_STRETCH, type Pair, type Stretch, surround } from "./follow-words.ts";
import {
  MOST_SEED_PLACES,
  PARAGRAPH_SHARE,
  PARAGRAPH_WORDS,
  PASSAGE_WORDS,
  SEED_WORDS,
  TOLD_WORDS,
} from "./thresholds.ts";

/** A passage in both, and how many of its words stand outside quotation marks in the one asked about. */
interface FoundPassage extends SharedPassage {
  readonly told: number;
}

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
    if (longest.matched >= PASSAGE_WORDS) {
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
    SEED_WORDS,
  );
}

function indexSeeds(words: readonly PlacedWord[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, seed] of hashSeeds(words).entries()) {
    const known = places.get(seed);
    if (known === undefined) places.set(seed, [place]);
    else if (known.length < MOST_SEED_PLACES) known.push(place);
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

/** Undefined where nothing is taken over. */
export function traceReuse(
  own: PlacedProse,
  articleId: string,
  other: PlacedProse,
): Reuse | undefined {
  const passages = findSharedPassages(own, other)
    .filter(({ told }) => told >= TOLD_WORDS)
    .map(({ told: _, ...passage }): SharedPassage => passage);
  if (passages.length === 0) return;
  const spans = passages.map((passage) => passage.own);
  return {
    articleId,
    paragraphs: own.paragraphs.filter((part) => isTakenOver(part, spans)).length,
    passages,
  };
}

function isTakenOver({ start, text }: PlacedText, spans: readonly Span[]): boolean {
  const words = findWords(text);
  const shared = words.filter((word) =>
    spans.some((span) => span.start <= start + word.start && start + word.end <= span.end),
  );
  return words.length >= PARAGRAPH_WORDS && shared.length >= words.length * PARAGRAPH_SHARE;
}
