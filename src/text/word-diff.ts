// Two lists of words → the shortest way from one to the other: the one door to `diff`.

import { diffArrays } from "diff";

/** A run of words: in both, only in the first, only in the second. */
export interface WordRun {
  readonly kind: "same" | "first" | "second";
  readonly words: readonly string[];
}

/** More changes than this are no change but another text; the work is bounded by it. */
const MOST_EDITS = 4000;

/**
 * Myers' difference of two lists, compared by `keys` and told in the words given (`first`'s where
 * both have one). `undefined` when they differ in more than 4,000 words.
 */
export function diffWords(
  first: readonly string[],
  second: readonly string[],
  keyOf: (word: string) => string,
): readonly WordRun[] | undefined {
  const changes = diffArrays(first.map(keyOf), second.map(keyOf), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  let left = 0;
  let right = 0;
  return changes.map(({ added, removed, value }): WordRun => {
    const count = value.length;
    if (added) {
      right += count;
      return { kind: "second", words: second.slice(right - count, right) };
    }
    left += count;
    if (!removed) right += count;
    return { kind: removed ? "first" : "same", words: first.slice(left - count, left) };
  });
}
