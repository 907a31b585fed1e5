// Texts → the hashes of their runs of words.

const WORD = /[\p{L}\p{N}]+/gu;
const SILENT = /['’‘`´\u00ad\u200b-\u200d\u2060]/gu;

/** Bare words in order, as hashes of 32 bits: case, typography, punctuation and line ends count for nothing. */
export function hashWords(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    Array.from(foldText(text).matchAll(WORD), ([word]) => hashWord(word)),
  );
}

/** Compatible characters made one, small letters, without the marks that are silent in a word. */
export function foldText(text: string): string {
  return text.normalize("NFKC").replaceAll(SILENT, "").toLowerCase();
}

/** FNV-1a. */
export function hashWord(word: string): number {
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
