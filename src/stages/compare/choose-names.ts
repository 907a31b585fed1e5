// A sentence and the point at issue → the name in it that fills the role, or the place, asked for.

import type { Span } from "../../model/span.ts";
import { readNames } from "../../text/names.ts";
import { stemVerb } from "../../text/stem-verb.ts";
import { foldWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import { familyOf, measureNearness } from "./measure-distance.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

/** What a preposition before a name, or a verb behind it, adds to the nearness of the question's words. */
const BONUS = 0.5;
const AGENT =
  /\bby\s+(?:the\s+)?(?:(?:\p{Ll}|\p{Lu}\p{Ll}+(?:an|ish|ese|ch)\b)[\p{L}&-]*\s+){0,4}$/u;
/** Sums of 1 through the distance in words: one word of the question ten words away, or three away. */
const LEAST_NEAR = 0.1;
const NEAR = 0.34;
const DESCRIBING = /^\S+(?:ish|ese|ian|ean|ist|ench|erman|utch|ic|ek|can)$/u;
const WHERE = /\b(?:in|at|near|from|of|to)\s+(?:the\s+)?$/iu;
const VERB_NEXT =
  /^(?:\s*\([^)]{1,40}\))?\s+(?:has |had |have |is |was )?\p{Ll}+(?:ed|s|ght|on|ew|ve|old)\b/u;

/**
 * For "who": the name next to the role, or the one who acts, where what is asked of them stands near;
 * "Islamist" before a noun is nobody's name.
 */
export function chooseNames(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { text } = sentence;
  const names = listNames(text, readNames(text), issue).filter((name) => !describes(text, name));
  const [found] = pickBest(sentence, names, issue, (name) =>
    isAgent(text, name) || VERB_NEXT.test(text.slice(name.end, name.end + 60)) ? BONUS : 0,
  );
  if (found === undefined || !tellsDeed(text, issue)) return [];
  const stems = issue.stems.filter((stem) => !issue.names.has(stem));
  const isTitled = findWords(found.label).some((word) => stems.includes(stemVerb(word.text)));
  const near = measureNearness(text, found.place, { stems, setting: issue.setting });
  const nearness = isTitled ? near + 1 : near;
  if (stems.length > 0 && nearness < LEAST_NEAR && !isAgent(text, found.place)) return [];
  return [{ ...found, fit: nearness >= NEAR ? 2 : 1 }];
}

/** Who won is told by a sentence in which somebody wins. */
function tellsDeed(text: string, { deed }: Issue): boolean {
  if (deed === undefined) return true;
  return findWords(text).some((word) => familyOf(stemVerb(word.text)) === familyOf(deed));
}

/** "Recorded by the Danish singer Ada Roe". */
function isAgent(text: string, { start }: Span): boolean {
  return AGENT.test(text.slice(Math.max(0, start - 60), start));
}

/** "A British film", "this Islamist group". */
function describes(text: string, { start, end }: Span): boolean {
  return DESCRIBING.test(text.slice(start, end)) && /^\s\p{Ll}/u.test(text.slice(end));
}

/** For "where": names behind "in" and the like; a town and its country behind a comma are one. */
export function choosePlaces(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { text } = sentence;
  const names = listNames(text, joinAtCommas(text, readNames(text)), issue);
  const located = names.filter((name) =>
    WHERE.test(text.slice(Math.max(0, name.start - 12), name.start)),
  );
  return pickBest(sentence, located.length > 0 ? located : names, issue, () => 0);
}

function pickBest(
  sentence: ComparedSentence,
  names: readonly Span[],
  issue: Issue,
  bonus: (name: Span) => number,
): readonly Statement[] {
  const { text } = sentence;
  const scored = names.map((name) => ({
    name,
    score: bonus(name) + measureNearness(text, name, issue),
  }));
  const best = scored.toSorted((one, other) => other.score - one.score)[0]?.name;
  if (best === undefined) return [];
  const label = text.slice(best.start, best.end);
  const words = findWords(label)
    .map((word) => foldWord(word.text))
    .filter((word) => word !== "the");
  const value = { kind: "words", words, isName: true, isSole: issue.isSole } as const;
  return [{ sentence, value, label, place: best, isPast: false }];
}

/** Names that the question gives itself answer nothing. */
function listNames(text: string, names: readonly Span[], { words }: Issue): readonly Span[] {
  return names.filter(({ start, end }) => {
    const own = findWords(text.slice(start, end)).map((word) => foldWord(word.text));
    return own.some((word) => !words.has(word) && !/^\d+$/.test(word));
  });
}

function joinAtCommas(text: string, names: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of names) {
    const last = joined.at(-1);
    if (last !== undefined && /^,\s+$/u.test(text.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
