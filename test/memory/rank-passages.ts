// A query and passages in memory → the passages by cosine or by BM25, best first.

import { stemWord } from "../../src/english/stems.ts";
import { findWords } from "../../src/text/words.ts";

export interface IndexedText {
  readonly vector: Float32Array;
  /** How often each stem occurs. */
  readonly terms: ReadonlyMap<string, number>;
}

interface Ranked<Item> {
  readonly item: Item;
  readonly score: number;
}

/** Robertson's usual constants, those of LanceDB's full-text index too. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of findWords(text).flatMap(({ text: written }) => written.split("-"))) {
    const term = stemWord(word);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

export function rankByCosine<Item extends IndexedText>(
  query: Float32Array,
  items: readonly Item[],
): Ranked<Item>[] {
  const scored = items.map((item) => ({ item, score: measureCosine(query, item.vector) }));
  return scored.sort((one, other) => other.score - one.score);
}

/** Okapi BM25 (Robertson and Zaragoza 2009); passages that share no term with the query are left out. */
export function rankByTerms<Item extends IndexedText>(
  query: string,
  items: readonly Item[],
): Ranked<Item>[] {
  const terms = [...countTerms(query).keys()];
  const lengths = items.map((item) => sum(item.terms.values()));
  const meanLength = sum(lengths) / Math.max(1, items.length);
  const weights = terms.map((term) => weighTerm(term, items));
  const scored = items.map((item, index) => {
    const norm = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * ((lengths[index] ?? 0) / meanLength);
    const parts = terms.map((term, place) => {
      const count = item.terms.get(term) ?? 0;
      const share = (count * (SATURATION + 1)) / (count + SATURATION * norm);
      return (weights[place] ?? 0) * share;
    });
    return { item, score: sum(parts) };
  });
  return scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
}

function weighTerm(term: string, items: readonly IndexedText[]): number {
  const holding = items.filter((item) => item.terms.has(term)).length;
  return Math.log(1 + (items.length - holding + 0.5) / (holding + 0.5));
}

function measureCosine(one: Float32Array, other: Float32Array): number {
  let product = 0;
  let oneSquared = 0;
  let otherSquared = 0;
  for (let index = 0; index < one.length; index += 1) {
    const left = one[index] ?? 0;
    const right = other[index] ?? 0;
    product += left * right;
    oneSquared += left * left;
    otherSquared += right * right;
  }
  const lengths = Math.sqrt(oneSquared * otherSquared);
  return lengths === 0 ? 0 : product / lengths;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
