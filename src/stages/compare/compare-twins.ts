// Two sentences that are word for word the same but for one place → what each has there.

import type { Span } from "../../model/span.ts";
import { findDates } from "../../text/dates.ts";
import { readNames } from "../../text/names.ts";
import { foldWord } from "../../text/stems.ts";
import { findWords, type Word } from "../../text/words.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

/** Least share of the shorter sentence's words that stand before and behind the place. */
const LEAST_SHARED = 0.5;
/** Most words of one side at the place. */
const MOST_OTHER = 6;

/**
 * A report that was copied with another name or date in it says something else, in whatever words the
 * question asks for it. Only names, dates and figures count: other words may be an editor's.
 */
export function compareTwins(one: ComparedSentence, other: ComparedSentence): readonly Statement[] {
  const [left, right] = [findWords(one.text), findWords(other.text)];
  const ahead = countSame(left, right);
  const behind = countSame(left.slice(ahead).reverse(), right.slice(ahead).reverse());
  const [here, there] = [
    left.slice(ahead, left.length - behind),
    right.slice(ahead, right.length - behind),
  ];
  const shared = ahead + behind;
  const isTwin =
    shared >= LEAST_SHARED * Math.min(left.length, right.length) &&
    [here, there].every((words) => words.length > 0 && words.length <= MOST_OTHER);
  if (!isTwin) return [];
  const statements = [readPlace(one, here), readPlace(other, there)].filter(
    (statement) => statement !== undefined,
  );
  return statements.length === 2 ? statements : [];
}

function countSame(one: readonly Word[], other: readonly Word[]): number {
  const differs = one.findIndex(
    (word, place) => foldWord(word.text) !== foldWord(other[place]?.text ?? ""),
  );
  return differs < 0 ? one.length : differs;
}

/** The whole name, date or figure that the words are a part of. */
function readPlace(sentence: ComparedSentence, words: readonly Word[]): Statement | undefined {
  const { text } = sentence;
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return;
  const place = { start: first.start, end: last.end };
  const named = readNames(text).find((name) => overlaps(name, place));
  const dated = findDates(text).find((date) => overlaps(date, place));
  if (named === undefined && dated === undefined && !/\d/.test(text.slice(place.start, place.end)))
    return;
  const whole = joinSpans([place, ...(named ? [named] : []), ...(dated ? [dated] : [])]);
  const label = text.slice(whole.start, whole.end);
  const folded = findWords(label).map((word) => foldWord(word.text));
  const value = { kind: "words", words: folded, isName: true, isSole: true } as const;
  return { sentence, value, label, place: whole, isPast: false };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function joinSpans(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
