// A sentence and the point at issue → what it says that something is.

import type { Span } from "../../model/span.ts";
import { carriesSubject, foldWord, stemWord } from "../../text/stems.ts";
import { findWords, type Word } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const PREDICATE =
  /\b(?:is|was|are|were|as|became|being)\s+(?:(?:also|now|then|a|an|the|one of the)\s+)+(?<phrase>[^.,;:()“”"–—]{2,80})/iu;
/** What something is one of, rather than which one it is. */
const ONE_OF_THEM =
  /\b(?:is|was|are|were|as|became)\s+(?:also |now |then )?(?:an?|one of the)\s+(?<phrase>[^.,;:()“”"–—]{2,80})/iu;
const PHRASE_END =
  /\s+(?:who|whose|which|that|from|by|in|of|for|with|on|at|to|and|but|located|based|situated|directed|written|released|produced|played|born|known|made|set|starring|featuring|built|published)\b.*$/iu;

/**
 * "The Harbour Party", where a party is asked for; "is an American baseball player who …": the words up
 * to what narrows them down. Else the word that comes nearest to the noun asked for.
 */
export function chooseSorts(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const readings: readonly (Span | undefined)[] = [
    findNearest(sentence, issue),
    findPredicate(sentence, PREDICATE),
    findPredicate(sentence, ONE_OF_THEM),
    findNamed(sentence, issue),
  ];
  const fit = readings.findLastIndex(
    (place) => place !== undefined && tells(sentence, place, issue),
  );
  const place = readings[fit];
  return place === undefined ? [] : [toStatement(sentence, place, issue, fit)];
}

function tells(sentence: ComparedSentence, place: Span, issue: Issue): boolean {
  return listOwnWords(sentence.text.slice(place.start, place.end), issue).length > 0;
}

/** What the question does not say itself. */
function listOwnWords(label: string, issue: Issue): readonly string[] {
  return findWords(label)
    .filter((word) => carriesSubject(word.text) || /^\p{Lu}+$/u.test(word.text))
    .map((word) => foldWord(word.text))
    .filter((word) => !issue.words.has(word) && !/^\d+$/.test(word));
}

function toStatement(
  sentence: ComparedSentence,
  place: Span,
  issue: Issue,
  fit: number,
): Statement {
  const label = sentence.text.slice(place.start, place.end);
  const words = listOwnWords(label, issue);
  const value = { kind: "words", words, isName: false, isSole: true } as const;
  return { sentence, value, label, place, fit, isPast: false };
}

function findPredicate({ text }: ComparedSentence, pattern: RegExp): Span | undefined {
  const match = pattern.exec(text);
  const phrase = match?.groups?.["phrase"]?.replace(PHRASE_END, "").trimEnd();
  if (match === null || phrase === undefined) return;
  const start = text.indexOf(phrase, match.index);
  return { start, end: start + phrase.length };
}

/** The noun with the capitals before it, or the capital or number behind: "Harbour Party", "Division II". */
function findNamed({ text }: ComparedSentence, issue: Issue): Span | undefined {
  const words = findWords(text);
  const at = words.findIndex((word, place) => isAsked(word, issue) && isNamed(text, words, place));
  const word = words[at];
  if (word === undefined) return;
  let first = at;
  while (first > 0 && isCapital(words[first - 1]) && isJoined(text, words[first - 1], words[first]))
    first -= 1;
  const next = words[at + 1];
  const isNumbered = first === at && next !== undefined && /^(?:\p{Lu}|\d)/u.test(next.text);
  if (at - first > MOST_CAPITALS) return;
  const start = words[first]?.start ?? word.start;
  return { start, end: isNumbered ? next.end : word.end };
}

/** In the form of the question: "EA Sports" is no sport. */
function isAsked({ text }: Word, { noun, words }: Issue): boolean {
  return stemWord(text) === noun && words.has(foldWord(text));
}

/** More than these in a row are a menu or a headline. */
const MOST_CAPITALS = 3;

function isNamed(text: string, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (isCapital(before) && isJoined(text, before, word)) return true;
  return (
    isCapital(word) &&
    isJoined(text, word, next) &&
    /^(?:\p{Lu}+|\d+)(?:-|$)/u.test(next?.text ?? "")
  );
}

function isCapital(word: Word | undefined): boolean {
  return /^\p{Lu}/u.test(word?.text ?? "");
}

function isJoined(text: string, one: Word | undefined, other: Word | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    /^[ \u00a0]$/u.test(text.slice(one.end, other.start))
  );
}
/** With the word before it where it names the noun itself: "Republican party". */
function findNearest({ text, nearest }: ComparedSentence, { noun }: Issue): Span | undefined {
  const words = findWords(text);
  const at = words.findIndex(
    ({ start, end }) => nearest !== undefined && start <= nearest && nearest < end,
  );
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined) return;
  if (stemWord(word.text) !== noun) return word;
  return before !== undefined && carriesSubject(before.text)
    ? { start: before.start, end: word.end }
    : undefined;
}
