// The prose of an article → a sample of its word runs, as hashes.

/**
 * Words in a run. Shorter runs are shared by chance and by common phrases, longer ones do not
 * survive an edited sentence.
 */
const RUN = 5;
/** One run in so many is kept: those whose hash is below this. */
const KEPT_BELOW = 2 ** 32 / 10;
const WORD = /[\p{L}\p{N}]+/gu;
const SILENT = /['’‘`´\u00ad\u200b-\u200d\u2060]/gu;

/**
 * FracMinHash (Irber et al. 2022): the runs whose hash falls below a fixed bound, whatever stands
 * around them. Unlike MinHash with a fixed number of values it measures containment, so that a
 * shortened copy, and one inside a longer article, are found as surely as a whole one. Case,
 * typography, punctuation and line ends count for nothing. Linear time.
 */
export function fingerprintTexts(texts: readonly string[]): Uint32Array {
  const kept = new Set<number>();
  const hashes = texts.flatMap(hashWords);
  const runs = Math.max(hashes.length - RUN + 1, 0);
  for (let start = 0; start < runs; start += 1) {
    const hash = hashRun(hashes, start);
    if (hash < KEPT_BELOW) kept.add(hash);
  }
  return Uint32Array.from(kept).sort();
}

function hashWords(text: string): number[] {
  const plain = text.normalize("NFKC").replaceAll(SILENT, "").toLowerCase();
  return Array.from(plain.matchAll(WORD), ([word]) => hashWord(word));
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** The finalizer of MurmurHash3 spreads what the sum left close together. */
function hashRun(hashes: readonly number[], start: number): number {
  let hash = 0;
  for (let at = start; at < start + RUN; at += 1) {
    hash = (Math.imul(hash, 0x9e3779b1) + (hashes[at] ?? 0)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
