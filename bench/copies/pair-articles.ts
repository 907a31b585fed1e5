// Articles → pairs that report one event in different words.

import { stemWord } from "../../src/english/stems.ts";
import { findWords } from "../../src/text/words.ts";

export interface ArticlePair {
  readonly one: number;
  readonly other: number;
}

/** Share of eight-word runs that makes two texts copies, whole or in part: they are no pair here. */
const MOST_SHARED = 0.1;
const RUN = 8;
const NAMES_AND_RARE_WORDS = 40;
/** Holders of a word from which on it says nothing, and up to which it may bring a pair together. */
const COMMON = 401;
const RARE = 30;

/**
 * The most alike in their rare words (cosine of tf-idf), one pair an article at most. Whether a pair
 * is a copy is told by all its eight-word runs, not by the sample of five-word runs under test.
 */
export function findPairsOnOneEvent(
  rows: readonly { readonly title: string; readonly text: string }[],
  count: number,
): readonly ArticlePair[] {
  const words = rows.map(({ title, text }) =>
    findWords(`${title} ${text}`).map((word) => stemWord(word.text.toLowerCase())),
  );
  const used = new Set<number>();
  const pairs: ArticlePair[] = [];
  for (const { one, other } of rankPairs(words)) {
    if (pairs.length === count) break;
    const isFree = !used.has(one) && !used.has(other);
    if (!isFree || shareRuns(words[one] ?? [], words[other] ?? []) > MOST_SHARED) continue;
    used.add(one).add(other);
    pairs.push({ one, other });
  }
  return pairs;
}

/** All pairs with a rare word in common, the most alike first. */
function rankPairs(words: readonly (readonly string[])[]): readonly ArticlePair[] {
  const vectors = words.map(countWords);
  const holders = new Map<string, number[]>();
  vectors.forEach((vector, place) => {
    for (const word of vector.keys()) {
      holders.set(word, [...(holders.get(word) ?? []), place].slice(0, COMMON));
    }
  });
  const weighed = vectors.map((vector) => weigh(vector, holders, words.length));
  const pairs = [...holders.values()]
    .filter(({ length }) => length <= RARE)
    .flatMap((places) =>
      places.flatMap((one, at) => places.slice(at + 1).map((other) => one * words.length + other)),
    );
  return [...new Set(pairs)]
    .map((key) => ({ one: Math.floor(key / words.length), other: key % words.length }))
    .map((pair) => ({ ...pair, score: cosine(weighed[pair.one], weighed[pair.other]) }))
    .sort((left, right) => right.score - left.score);
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function weigh(
  vector: ReadonlyMap<string, number>,
  holders: ReadonlyMap<string, readonly number[]>,
  total: number,
): ReadonlyMap<string, number> {
  const weighed = [...vector].map(
    ([word, times]) =>
      [word, (1 + Math.log(times)) * Math.log(total / (holders.get(word)?.length ?? 1))] as const,
  );
  const heavy = weighed.sort((one, other) => other[1] - one[1]).slice(0, NAMES_AND_RARE_WORDS);
  const length = Math.hypot(...heavy.map(([, weight]) => weight)) || 1;
  return new Map(heavy.map(([word, weight]) => [word, weight / length]));
}

function cosine(
  one: ReadonlyMap<string, number> | undefined,
  other: ReadonlyMap<string, number> | undefined,
): number {
  let sum = 0;
  for (const [word, weight] of one ?? []) sum += weight * (other?.get(word) ?? 0);
  return sum;
}

function shareRuns(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [listRuns(one), listRuns(other)];
  let common = 0;
  for (const run of left) if (right.has(run)) common += 1;
  return common / Math.max(1, Math.min(left.size, right.size));
}

function listRuns(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(words.slice(at, at + RUN).join(" "));
  return runs;
}

/** Words in a row, more than which nobody has in common with another by chance. */
const LONG_RUN = 12;

/** Whether two texts have so many words in a row in common, whoever they are from. */
export function sharesLongRun(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => {
    const words = findWords(text).map((word) => word.text.toLowerCase());
    return new Set(
      words
        .map((_, at) => words.slice(at, at + LONG_RUN))
        .filter(isLong)
        .map(join),
    );
  });
  return [...(left ?? [])].some((run) => right?.has(run) === true);
}

const isLong = (run: readonly string[]): boolean => run.length === LONG_RUN;
const join = (run: readonly string[]): string => run.join(" ");
