// A topic and a seed → vectors that lie as those of news do: in desks, topics and articles, with noise of their own.

import type { TextVectors } from "../../src/core/ports/embedder.ts";
import { seedRandom, TOPICS } from "./invent-news.ts";

export const DIMENSIONS = 384;
const DESKS = 40;
/** A power of two, so that a place in it is a mask away. */
const POOL = 2 ** 20;
/**
 * How much of a vector is its desk, topic, article and its own: two passages of one article are alike
 * by about .6, of one topic by .5, of one desk by .2.
 */
const SHARES = { desk: 0.4, topic: 0.55, article: 0.35, own: 0.6 };

/** Less of them makes it harder to find the nearest: all lie far from one another. To be called first of all. */
export function shareTopics(topic: number): void {
  SHARES.topic = topic;
}

/** Normal numbers by Box and Muller, drawn once: a slice of them from anywhere is noise. */
const pool: Float32Array = (() => {
  const random = seedRandom(7);
  return Float32Array.from({ length: POOL + DIMENSIONS }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return (radius * Math.cos(2 * Math.PI * random())) / Math.sqrt(DIMENSIONS);
  });
})();

/** Adds `share` of the unit noise that `seed` names: the sum of two slices, so that few repeat. */
function addNoise(sum: Float32Array, seed: number, share: number): void {
  const random = seedRandom(seed);
  const one = Math.floor(random() * POOL);
  const other = Math.floor(random() * POOL);
  const part = share * Math.SQRT1_2;
  for (let at = 0; at < DIMENSIONS; at += 1) {
    sum[at] = (sum[at] ?? 0) + part * ((pool[one + at] ?? 0) - (pool[other + at] ?? 0));
  }
}

function toUnit(sum: Float32Array): Float32Array {
  let squares = 0;
  for (const value of sum) squares += value * value;
  const length = Math.sqrt(squares);
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) / length;
  return sum;
}

const centres: Float32Array[] = [];

function findCentre(topic: number): Float32Array {
  const known = centres[topic];
  if (known !== undefined) return known;
  const centre = new Float32Array(DIMENSIONS);
  addNoise(centre, 2 ** 31 + (topic % DESKS), SHARES.desk);
  addNoise(centre, 2 ** 30 + (topic % TOPICS), SHARES.topic);
  centres[topic] = centre;
  return centre;
}

/** Of an article's passage, or of a question about the topic where `article` is a number that no article has. */
export function inventVector(topic: number, article: number, own: number): Float32Array {
  const sum = findCentre(topic).slice();
  addNoise(sum, article, SHARES.article);
  addNoise(sum, own, SHARES.own);
  return toUnit(sum);
}

/** The passage's vector with those of its sentences, which lie around it, in 8 bits. */
export function inventVectors(
  topic: number,
  article: number,
  passage: number,
  sentences: number,
): TextVectors {
  const seed = article * 64 + passage;
  const vector = inventVector(topic, article, 2 ** 29 + seed);
  const bytes = new Int8Array(sentences * DIMENSIONS);
  const one = new Float32Array(DIMENSIONS);
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    one.set(vector);
    addNoise(one, 2 ** 28 + seed * 16 + sentence, SHARES.own);
    for (let at = 0; at < DIMENSIONS; at += 1) {
      // Five deviations of a unit vector's numbers fill the eight bits.
      bytes[sentence * DIMENSIONS + at] = Math.max(-127, Math.min(127, (one[at] ?? 0) * 420));
    }
  }
  return { vector, sentences: bytes };
}
