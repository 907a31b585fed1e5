// Two articles as words and a place where both are the same → how far around it they go on alike.

import type { PlacedWord } from "./fingerprint-texts.ts";
import { MOST_SKIPPED, PASSAGE_SHARE } from "./thresholds.ts";

/** The ways in which both may go on, the smallest changes first. */
const GAPS = Array.from({ length: (MOST_SKIPPED + 1) ** 2 }, (_, at) => ({
  own: at % (MOST_SKIPPED + 1),
  other: Math.floor(at / (MOST_SKIPPED + 1)),
})).sort((one, two) => one.own + one.other - two.own - two.other);

/** Numbers of words, half open, in both articles. */
export interface Stretch {
  readonly ownStart: number;
  readonly ownEnd: number;
  readonly otherStart: number;
  readonly otherEnd: number;
  readonly matched: number;
}

export const NO_STRETCH: Stretch = {
  ownStart: 0,
  ownEnd: 0,
  otherStart: 0,
  otherEnd: 0,
  matched: 0,
};

/** The stretch around a place where both are the same, not before word `first` of the one asked about. */
export function surround(pair: Pair, at: number, place: number, first: number): Stretch {
  const ahead = follow(pair, { at, place, step: 1, end: pair.own.length });
  const back = follow(pair, { at: at - 1, place: place - 1, step: -1, end: first - 1 });
  return {
    ownStart: at - back.own,
    ownEnd: at + ahead.own,
    otherStart: place - back.other,
    otherEnd: place + ahead.other,
    matched: ahead.matched + back.matched,
  };
}

export interface Pair {
  readonly own: readonly PlacedWord[];
  readonly other: readonly PlacedWord[];
}

/** Where to go on from, in which direction, and where to stop in the article asked about. */
interface Heading {
  readonly at: number;
  readonly place: number;
  readonly step: 1 | -1;
  readonly end: number;
}

/** How many words of each it takes, and how many of them both have. */
interface Reach {
  readonly own: number;
  readonly other: number;
  readonly matched: number;
}

/** As far as the two go on alike, over gaps, as long as enough of it is the same. */
function follow(pair: Pair, from: Heading): Reach {
  const { step, end } = from;
  let reach = { own: 0, other: 0, matched: 0 };
  let { at, place } = from;
  for (let matched = 0; ; ) {
    while (at !== end && isSame(pair, at, place)) {
      at += step;
      place += step;
      matched += 1;
    }
    const [own, other] = [Math.abs(at - from.at), Math.abs(place - from.place)];
    if (matched >= Math.max(own, other) * PASSAGE_SHARE) reach = { own, other, matched };
    const next = findAgreement(pair, { at, place, step, end });
    if (next === undefined) return reach;
    [at, place] = next;
  }
}

function isSame({ own, other }: Pair, at: number, place: number): boolean {
  const word = own[at];
  return word !== undefined && word.hash === other[place]?.hash;
}

/** Where both go on alike after the smallest gap; a figure that only one has ends a passage, for it tells something else. */
function findAgreement(
  pair: Pair,
  { at, place, step, end }: Heading,
): readonly [number, number] | undefined {
  const gap = GAPS.find(({ own, other }) => {
    const [next, beside] = [at + step * own, place + step * other];
    const isInside = step > 0 ? next + step < end : next + step > end;
    return isInside && isSame(pair, next, beside) && isSame(pair, next + step, beside + step);
  });
  if (gap === undefined) return;
  const [next, beside] = [at + step * gap.own, place + step * gap.other];
  const left = [...between(pair.own, at, next), ...between(pair.other, place, beside)];
  return left.some(({ hasDigit }) => hasDigit) ? undefined : [next, beside];
}

/** The words from one number up to the other, that one left out, in either direction. */
function between(words: readonly PlacedWord[], from: number, to: number): readonly PlacedWord[] {
  return from <= to ? words.slice(from, to) : words.slice(to + 1, from + 1);
}
