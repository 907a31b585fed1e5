// The words of an answer → a name or kind of thing; two of them → whether they may be one.

import type { Issue } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { readNames } from "../english/names.ts";
import { carriesSubject, foldWord } from "../english/stems.ts";
import { isOneEditApart } from "../text/edit-distance.ts";
import { findWords } from "../text/words.ts";

export interface NamedThing extends Span {
  /** Folded; what the question says itself and small words left out. Never none. */
  readonly words: readonly string[];
}

/** The names that the answer holds or is a part of; without any the answer's own words. */
export function readName(text: string, answer: Span, issue: Issue): NamedThing | undefined {
  const names = readNames(text).filter(
    (name) => name.start < answer.end && answer.start < name.end,
  );
  const [first, last] = [names[0], names.at(-1)];
  const isPlain = first === undefined || last === undefined || issue.kind !== "name";
  const place = isPlain ? answer : { start: first.start, end: last.end };
  const words = listOwnWords(text.slice(place.start, place.end), issue);
  return words.length === 0 ? undefined : { ...place, words };
}

function listOwnWords(label: string, { words }: Issue): readonly string[] {
  return findWords(label)
    .filter(({ text }) => carriesSubject(text) || /^\p{Lu}+$/u.test(text))
    .map(({ text }) => foldWord(text))
    .filter((word) => !words.has(word));
}

/** Shorter words must be the same to the letter. */
const LEAST_LENGTH = 5;

/**
 * "Ruiz" and "Ana Ruiz", "J. Holt" and "Jon Holt", "UN" and "United Nations", "Kyiv" and "Kyyiv".
 * Symmetric: the words of the shorter one must all stand in the longer one.
 */
export function isSameName(one: readonly string[], other: readonly string[]): boolean {
  if (isAcronym(one, other) || isAcronym(other, one)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return holdsAll(short, long) || (one.length === other.length && holdsAll(long, short));
}

function holdsAll(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word) => long.some((known) => isSameWord(word, known)));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  const isLong = Math.min(one.length, other.length) >= LEAST_LENGTH;
  return isLong && !/\d/.test(one + other) && isOneEditApart(one, other);
}

function isAcronym([short = "", ...more]: readonly string[], long: readonly string[]): boolean {
  if (more.length > 0 || long.length < 2) return false;
  return short.replaceAll(".", "") === long.map((word) => word[0]).join("");
}
