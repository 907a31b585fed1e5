// A sentence and a statement asked about → whether it says so, says the contrary, or says it of a part.

import type { Span } from "../../model/span.ts";
import { readPolarity } from "../../text/negations.ts";
import { listPoles } from "../../text/opposites.ts";
import { stemVerb } from "../../text/stem-verb.ts";
import { findWords, type Word } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence } from "./statement.ts";

/** `place` is the word that says so, or the contrary. */
export interface Stance {
  readonly answer: "yes" | "no" | "partly";
  readonly place: Span;
}

/** Least share of the question's subject words that must stand in a sentence. */
const LEAST_SHARE = 0.7;
/** A sentence that leaves it open says nothing. */
const OPEN =
  /\?|\b(?:[Ww]hether|[Ii]f|may|might|could|would|should|likely|unlikely|[Pp]ossibl[ey]|[Pp]erhaps|expected|plans?|planned|hopes?|hoped)\b/u;
/** "The ministry denied that", "rejected reports that": what follows is denied. */
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|(?:reject|dismiss)(?:e?s|ed|ing)? (?:[\p{L}’'-]+ ){0,3}?(?:claims?|reports?|allegations?|suggestions?|accusations?|rumou?rs?|idea|notion)|no (?:truth|evidence|sign|indication)|not true|untrue|false(?:ly)?)\b/iu;
const PART =
  /\b(?:some|several|a few|few|many|certain|hundreds|dozens|thousands|a (?:\p{L}+ )?number of|a lot of|lots of|a handful of|parts? of|partly|partially|(?:those|these) \p{L}[\p{L}-]*s|those who|not all|not every|a minority)\b/iu;
const MOST =
  /\b(?:most|mostly|(?:the|a) (?:vast |large )?majority|mainly|largely|nearly all|almost all)\b/iu;
/** Words for those who belong to a body, one as good as another. */
const MEMBERS: ReadonlySet<string> = new Set(
  "member fighter militant soldier troop recruit combatant jihadist joiner follower insurg".split(
    " ",
  ),
);

/**
 * Nothing for a sentence that does not speak to it. `whole` is the sentence where the text is a clause
 * of it: whom the clause is about may stand there.
 */
export function readStance(
  sentence: ComparedSentence,
  issue: Issue,
  whole: string = sentence.text,
): Stance | undefined {
  const { text } = sentence;
  if (isOpen(text, issue) || issue.stems.length === 0) return;
  const words = stemWords(text);
  const around = stemWords(whole);
  const held = issue.stems.flatMap((stem) => {
    const met = meet(stem, words, issue);
    if (met !== undefined) return met;
    const isTold = listPoles(stem).length === 0 && around.some((word) => word.stem === stem);
    const isNamed = issue.names.has(stem) && sentence.isOnNames === true;
    return isTold || isNamed ? { place: undefined, flips: false } : [];
  });
  const asked = issue.stems.filter((stem) => listPoles(stem).length > 0);
  const isTold = asked.every((stem) => meet(stem, words, issue) !== undefined);
  if (!isTold || held.length < LEAST_SHARE * issue.stems.length) return;
  const places = held.flatMap(({ place }) => place ?? []);
  const [last] = places.toSorted((one, other) => other.start - one.start);
  if (last === undefined) return;
  const flips = held.filter((one) => one.flips).length + Number(isDenied(text, places));
  if (flips % 2 === 1) return { answer: isPartial(text, issue) ? "partly" : "no", place: last };
  return { answer: isPartial(text, issue) ? "partly" : "yes", place: last };
}

function isOpen(text: string, { words }: Issue): boolean {
  const isFuture = words.has("will") || words.has("would");
  return OPEN.test(isFuture ? text.replaceAll(/\bwould\b/gu, "will") : text);
}

function stemWords(text: string): readonly StemmedWord[] {
  return findWords(text).map((word) => ({ ...word, stem: stemVerb(word.text) }));
}

interface Met {
  /** Absent for a name that stands close by. */
  readonly place: Word | undefined;
  /** It tells the contrary. */
  readonly flips: boolean;
}

/** "Corruption" is not said to be anybody's, as "corrupt" is. */
const QUALITY = /(?:[st]ion|ness|ity|ism|ment)s?$/iu;

interface StemmedWord extends Word {
  readonly stem: string;
}

/** The word itself, one that tells the same, or one that tells the contrary; the word itself goes first. */
function meet(stem: string, words: readonly StemmedWord[], issue: Issue): Met | undefined {
  const own = words.find((word) => word.stem === stem);
  if (own !== undefined) return { place: own, flips: false };
  if (MEMBERS.has(stem)) {
    const member = words.find((word) => MEMBERS.has(word.stem) || namesPeople(word, issue));
    return member && { place: member, flips: false };
  }
  const poles = listPoles(stem);
  for (const word of words) {
    if (QUALITY.test(word.text)) continue;
    const pole = listPoles(word.stem).find(({ pair }) => poles.some((one) => one.pair === pair));
    if (pole === undefined) continue;
    return {
      place: word,
      flips: poles.every(({ pair, side }) => pair !== pole.pair || side !== pole.side),
    };
  }
  return undefined;
}

/** "Criminals" and "do-gooders" are people of whom one is asked what they are. */
function namesPeople({ text, stem }: StemmedWord, { stems }: Issue): boolean {
  if (!/s$/iu.test(text)) return false;
  const asked = stems.flatMap(listPoles);
  return listPoles(stem).some(({ pair }) => asked.some((pole) => pole.pair === pair));
}

/** A negation that reaches one of the words, or a verb of denial before them. */
function isDenied(text: string, places: readonly Word[]): boolean {
  const stems = new Set(places.map(({ text: word }) => stemVerb(word)));
  const isNegated = readPolarity(text).negations.some(
    ({ scope, soft, text: word }) =>
      !soft && (scope.some((stem) => stems.has(stem)) || stems.has(stemVerb(word))),
  );
  const denial = DENIES.exec(text);
  const isRefused = denial !== null && places.some(({ start }) => start > denial.index);
  return isNegated !== isRefused;
}

function isPartial(text: string, { isMostly }: Issue): boolean {
  return isMostly ? PART.test(text) && !MOST.test(text) : PART.test(text) || MOST.test(text);
}
