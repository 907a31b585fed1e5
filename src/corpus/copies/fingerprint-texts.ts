// The prose of an article → its words with their places, and two samples of their runs as hashes.

import type { Lineage } from "../../core/lineage.ts";
import { maskQuotations } from "../../english/speech/mask-quotations.ts";
import { KEPT_BELOW, MARK_RUN, MARK_WINDOW, PRINT_RUN } from "./thresholds.ts";

const RUN_WORD = /[\p{L}\p{N}]+/gu;
const SILENT = /['’‘`´\u00ad\u200b-\u200d\u2060]/gu;

/** Bare words in order, as hashes of 32 bits: case, typography, punctuation and line ends count for nothing. */
function hashWords(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    Array.from(foldText(text).matchAll(RUN_WORD), ([word]) => hashWord(word)),
  );
}

/** Compatible characters made one, small letters, without the marks that are silent in a word. */
export function foldText(text: string): string {
  return text.normalize("NFKC").replaceAll(SILENT, "").toLowerCase();
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** One hash a run of `length` words, in order; none where there are fewer words. */
export function hashRuns(words: readonly number[], length: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(words.length - length + 1, 0));
  for (let start = 0; start < hashes.length; start += 1) {
    hashes[start] = hashRun(words, start, length);
  }
  return hashes;
}

/** The finalizer of MurmurHash3 spreads what the sum left close together. */
function hashRun(words: readonly number[], start: number, length: number): number {
  let hash = 0;
  for (let at = start; at < start + length; at += 1) {
    hash = (Math.imul(hash, 0x9e3779b1) + (words[at] ?? 0)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Text of an article that starts at `start` of it. */
export interface PlacedText {
  readonly start: number;
  readonly text: string;
}

export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  /** The same for the same word in other typography. */
  readonly hash: number;
  /** Outside quotation marks. */
  readonly isTold: boolean;
  readonly hasDigit: boolean;
}

/** A word with its inner apostrophes and invisible characters. */
const WORD = /[\p{L}\p{N}](?:['’‘`´\u00ad\u200b-\u200d\u2060]?[\p{L}\p{M}\p{N}])*/gu;

/** An article's prose as it is held against others: its words are placed once. */
export interface PlacedProse {
  readonly paragraphs: readonly PlacedText[];
  readonly words: readonly PlacedWord[];
}

/** `paragraphs` in the order of the article, furniture left out. */
export function placeProse(paragraphs: readonly PlacedText[]): PlacedProse {
  return { paragraphs, words: paragraphs.flatMap(placeWords) };
}

function placeWords({ start, text }: PlacedText): readonly PlacedWord[] {
  const masked = maskQuotations(text);
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    hash: hashWord(foldText(word)),
    isTold: masked[index] === text[index],
    hasDigit: /\p{Nd}/u.test(word),
  }));
}

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
  for (let last = Math.min(MARK_WINDOW, hashes.length) - 1; last < hashes.length; last += 1) {
    const least = findLeast(hashes, Math.max(0, last - MARK_WINDOW + 1), last);
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
