// A sentence → whether it affirms or denies what is asked, and whether it says so of itself or as a rumour.

import type { ValueHedge } from "../core/comparison.ts";
import type { Issue } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { listHedges } from "../english/hedges.ts";
import { readPolarity } from "../english/negations.ts";
import { listPoles } from "../english/opposites.ts";
import { stemVerb } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";

/** `place` is the word that says so, or the contrary. */
export interface Stance {
  readonly answer: "yes" | "no";
  readonly place: Span;
}

/** Least share of the statement's words that must stand in a sentence. */
const LEAST_SHARE = 0.7;
/** A sentence that leaves it open, or says it of a part, says neither. */
const OPEN =
  /\?|\b(?:whether|if|may|might|could|would|should|likely|unlikely|possibl[ey]|perhaps|expected|plan(?:s|ned)?|hop(?:es?|ed)|some|several|many|most|few|partly|part of)\b/iu;
/** "The ministry denied that", "rejected reports that": what follows is denied. */
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|(?:reject|dismiss)(?:e?s|ed|ing)? (?:[\p{L}’'-]+ ){0,3}?(?:claims?|reports?|allegations?|suggestions?|accusations?|rumou?rs?)|no (?:truth|evidence|sign|indication)|not true|untrue|false(?:ly)?)\b/iu;

/** Nothing for a sentence that does not speak to it. */
export function readStance(text: string, { stems }: Issue): Stance | undefined {
  if (OPEN.test(text) || stems.length === 0) return;
  const words = findWords(text).map((word) => ({ ...word, stem: stemVerb(word.text) }));
  const met = stems.flatMap((stem) => meet(stem, words) ?? []);
  const isTold = stems.every((stem) => listPoles(stem).length === 0 || meet(stem, words));
  const last = met.toSorted((one, other) => other.place.start - one.place.start)[0];
  const isMet = met.length >= LEAST_SHARE * stems.length;
  if (last === undefined || !isTold || !isMet) return;
  const places = met.map(({ place }) => place);
  const flips = met.filter((one) => one.flips).length + Number(isDenied(text, places));
  return { answer: flips % 2 === 1 ? "no" : "yes", place: last.place };
}

interface StemmedWord extends Word {
  readonly stem: string;
}

/** The word itself, one that tells the same, or one that tells the contrary; the word itself goes first. */
function meet(stem: string, words: readonly StemmedWord[]) {
  const own = words.find((word) => word.stem === stem);
  if (own !== undefined) return { place: own, flips: false };
  const poles = listPoles(stem);
  for (const word of words) {
    const pole = listPoles(word.stem).find(({ pair }) => poles.some((one) => one.pair === pair));
    if (pole === undefined) continue;
    const flips = poles.every(({ pair, side }) => pair !== pole.pair || side !== pole.side);
    return { place: word, flips };
  }
  return undefined;
}

/** A negation that reaches one of the words, or a verb of denial before them. */
function isDenied(text: string, places: readonly StemmedWord[]): boolean {
  const stems = new Set(places.map(({ stem }) => stem));
  const isNegated = readPolarity(text).negations.some(
    ({ scope, soft, text: word }) =>
      !soft && (scope.some((stem) => stems.has(stem)) || stems.has(stemVerb(word))),
  );
  const denial = DENIES.exec(text);
  return isNegated !== (denial !== null && places.some(({ start }) => start > denial.index));
}

/** A bound or "some" is told with the value itself. The gravest first. */
const GRAVEST: readonly ValueHedge[] = [
  "denied",
  "conditional",
  "alleged",
  "reported",
  "possible",
  "planned",
  "estimated",
];

const CLAUSE_END = /[;:—–]|,\s(?:and|but|while|whereas|which|who)\b/gu;

/** Read within the value's clause; the gravest where there are several. */
export function readHedge(text: string, place: Span): ValueHedge | undefined {
  const ends = Array.from(text.matchAll(CLAUSE_END), ({ index }) => index);
  const from = ends.findLast((end) => end < place.start) ?? 0;
  const to = ends.find((end) => end >= place.end) ?? text.length;
  const near = listHedges(text).filter(
    ({ start, end }) =>
      start >= from && end <= to && (end <= place.start || isBehind(text, place.end, start)),
  );
  return GRAVEST.find((kind) => near.some((hedge) => hedge.kind === kind));
}

/** "…, officials estimate": what closes the sentence; "40 planned cuts": what stands right behind. */
function isBehind(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  return /^\s*$/u.test(between) || /,[^,]*$/u.test(between);
}
