// What the search legs found → each passage once, with its sentences' nearness to the question, best first.

import type { ScoredPassage } from "../core/evidence.ts";
import type { LegHit } from "../core/ports/passage-store.ts";

/** What the words count for beside the vectors, both in standard deviations over what was found. */
const WORDS_SHARE = 0.5;

/**
 * Every passage found by either leg. The score is the z-score of its nearest sentence (of the passage
 * where there are no vectors of sentences) plus half of that of its BM25 score; a passage that a leg did
 * not find has that leg's lowest score. Ties stand in the order of passage ids, so that the same question
 * always gives the same order.
 * @param vector the question's; without it only words were searched
 * @param things vectors of what a compound question names
 */
export function fuseLegs(
  hits: readonly LegHit[],
  vector: Float32Array | undefined,
  things: readonly Float32Array[] = [],
): ScoredPassage[] {
  const merged = new Map<string, LegHit>();
  for (const hit of hits) {
    const known = merged.get(hit.passage.id);
    merged.set(hit.passage.id, { ...hit, legs: { ...known?.legs, ...hit.legs } });
  }
  const distinct = [...merged.values()];
  const nearness = placeSentences(distinct, things);
  const found = distinct.map((hit) => {
    const similarities = vector === undefined ? undefined : compareSentences(hit, vector);
    const near = similarities && Math.max(...similarities.values());
    return { hit, similarities, near: near ?? hit.legs.dense };
  });
  const near = standardize(found.map((one) => one.near));
  const words = standardize(found.map(({ hit }) => hit.legs.fullText));
  return found
    .map(({ hit: { passage, legs }, similarities }, place) => ({
      passage,
      legs,
      score: (near[place] ?? 0) + WORDS_SHARE * (words[place] ?? 0),
      ...(similarities !== undefined && { similarities }),
      ...(nearness[place] !== undefined && { nearness: nearness[place] }),
    }))
    .sort((one, other) => other.score - one.score || compareIds(one.passage.id, other.passage.id));
}

/** The cosine of each sentence's vector with the question's, by the sentence's start. */
function compareSentences(
  { passage, sentenceVectors: bytes }: LegHit,
  vector: Float32Array,
): ReadonlyMap<number, number> | undefined {
  const width = vector.length;
  if (bytes === undefined || bytes.length !== passage.sentences.length * width) return undefined;
  return new Map(
    passage.sentences.map(({ start }, place) => [start, measureCosine(vector, bytes, place)]),
  );
}

/** Of each hit: its sentences, each as near as it is to one of the things, between the farthest found and the nearest. */
function placeSentences(
  hits: readonly LegHit[],
  things: readonly Float32Array[],
): readonly (ReadonlyMap<number, number> | undefined)[] {
  const places = hits.map(() => new Map<number, number>());
  for (const thing of things) {
    const near = hits.map((hit) => compareSentences(hit, thing));
    const known = near.flatMap((one) => (one === undefined ? [] : [...one.values()]));
    const [least, most] = [Math.min(...known), Math.max(...known)];
    for (const [place, one] of near.entries()) {
      const own = places[place];
      for (const [start, cosine] of one ?? []) {
        const value = most > least ? (cosine - least) / (most - least) : 0;
        own?.set(start, Math.max(value, own.get(start) ?? 0));
      }
    }
  }
  return places.map((own) => (own.size > 0 ? own : undefined));
}

function measureCosine(vector: Float32Array, bytes: Int8Array, place: number): number {
  let product = 0;
  let squares = 0;
  for (let column = 0; column < vector.length; column += 1) {
    const value = bytes[place * vector.length + column] ?? 0;
    product += value * (vector[column] ?? 0);
    squares += value * value;
  }
  return squares === 0 ? 0 : product / Math.sqrt(squares);
}

/** Standard deviations from the mean; a missing value is as low as the lowest. */
function standardize(values: readonly (number | undefined)[]): readonly number[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return values.map(() => 0);
  const least = Math.min(...known);
  const filled = values.map((value) => value ?? least);
  const mean = filled.reduce((sum, value) => sum + value, 0) / filled.length;
  const variance = filled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / filled.length;
  const deviation = Math.sqrt(variance);
  return filled.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
