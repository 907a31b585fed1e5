// Claim and evidence → the first name in the claim that its evidence does not have.

import { foldWord, isStopWord } from "../../english/stems.ts";
import { findWords, type Word } from "../../text/words.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";
import { isCommonOpening } from "./common-openings.ts";

const FAMILIES: readonly ReadonlySet<string>[] = [
  "us usa america american americans states united",
  "uk britain british briton britons england english kingdom united",
  "un nations united",
  "eu european europe union europeans",
  "isis isil daesh is islamic state",
  "france french",
  "germany german germans",
  "spain spanish spaniard spaniards",
  "netherlands dutch",
  "poland polish pole poles",
  "turkey turkish turk turks",
  "sweden swedish swede swedes",
  "denmark danish dane danes",
  "finland finnish finn finns",
  "ireland irish",
  "scotland scottish scots",
  "wales welsh",
  "switzerland swiss",
  "greece greek greeks",
  "china chinese",
  "japan japanese",
  "iraq iraqi iraqis",
  "israel israeli israelis",
  "philippines filipino filipinos philippine",
  "thailand thai",
  "argentina argentine argentinian",
  "norway norwegian",
  "portugal portuguese",
  "peru peruvian",
  "lebanon lebanese",
  "kremlin russia russian",
  "cyprus cypriot cypriots",
  "afghanistan afghan afghans",
  "kazakhstan kazakh kazakhs",
  "uzbekistan uzbek uzbeks",
  "iceland icelandic icelander icelanders",
  "czechia czech czechs republic",
].map((family) => new Set(family.split(" ")));

/** Whether one of `known` (words as written) or of `initials` (lower case) is this name. */
function sameName(name: string, known: readonly string[], initials: readonly string[]): boolean {
  if (!/^\p{Lu}/u.test(name)) return true;
  const folded = foldWord(name);
  if (/^\p{Lu}[\p{Lu}.]+$/u.test(name) && initials.some((run) => run.includes(folded))) return true;
  const families = FAMILIES.filter((family) => family.has(folded));
  return known.some((word) => isForm(folded, foldWord(word), families));
}

function isForm(name: string, other: string, families: readonly ReadonlySet<string>[]): boolean {
  if (name === other) return true;
  if (families.some((family) => family.has(other))) return true;
  const [short, long] = name.length <= other.length ? [name, other] : [other, name];
  if (short.length < 4) return false;
  return ENDINGS.some(([cut, ending]) => short.endsWith(cut) && isEnding(short, cut, long, ending));
}

function isEnding(short: string, cut: string, long: string, ending: RegExp): boolean {
  const stem = short.slice(0, short.length - cut.length);
  return long.startsWith(stem) && ending.test(long.slice(stem.length));
}

/** Country to adjective and singular to plural: "Syria", "Syrian", "Syrians"; "Canada", "Canadian". */
const ENDINGS: readonly (readonly [cut: string, ending: RegExp])[] = [
  ["", /^(s|es|n|ns|an|ans|i|is|ian|ians|ese|ish|er|ers)$/],
  ["a", /^(ian|ians|an|ans|ese)$/],
  ["y", /^(ian|ians|ies)$/],
  ["o", /^(an|ans)$/],
  ["e", /^(an|ans|ian|ians)$/],
  ["n", /^(ns)$/],
];

const DATE_WORD =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const TITLE =
  /^(mr|mrs|ms|dr|prof|gen|maj|lt|col|capt|sgt|sen|rep|gov|rev|sir|st|president|minister|general|major|colonel|captain|professor|doctor|senator|mayor|king|queen|prince|pope|prime|chief|judge)$/;
const SENTENCE_END = /[.!?:][”"’')\]]*\s+["“‘'(]*$/;

/** Every capitalised word that is no mere opening of a sentence must occur in the evidence. */
export function checkNames(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const texts = [...evidence.quotes, ...evidence.context];
  const known = texts.flatMap((text) => findWords(text).flatMap(splitName));
  const initials = texts.flatMap(listInitials);
  const words = findWords(claim);
  const missing = words.find((word, index) => {
    if (!isName(claim, words, index)) return false;
    return !splitName(word).every((part) => sameName(part, known, initials));
  });
  if (missing === undefined) return;
  return { reason: "name", detail: `The name “${missing.text}” is in none of its quotes.` };
}

/** The capitalised parts of a word: "Franco-German" has two, "anti-Western" has one. */
function splitName(word: Word): string[] {
  return word.text.split(/[-–]/);
}

/** Initials of each run of capitalised words: "World Health Organization" → "who". */
function listInitials(text: string): string[] {
  const runs = text.match(
    /\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:of|the|and|for|in)\s+)*\p{Lu}[\p{L}.'’-]*)+/gu,
  );
  return (runs ?? []).flatMap((run) => {
    const parts = run.split(/\s+/);
    const capitals = parts.filter((part) => /^\p{Lu}/u.test(part));
    return [parts, capitals].map((list) =>
      list
        .map((part) => part.charAt(0))
        .join("")
        .toLowerCase(),
    );
  });
}

function isName(claim: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !splitName(word).some((part) => /^\p{Lu}/u.test(part))) return false;
  const folded = foldWord(word.text);
  if (DATE_WORD.test(folded) || TITLE.test(folded)) return false;
  if (!opensSentence(claim, word)) return !(isStopWord(folded) && !/^\p{Lu}{2}/u.test(word.text));
  if (/^\p{Lu}[\p{Lu}.]+$/u.test(word.text)) return true;
  if (isStopWord(folded)) return false;
  const parts = folded.split("-");
  if (parts.length > 1) return !parts.every((part) => isCommonOpening(part, []));
  return !isCommonOpening(folded, followers(claim, words, index));
}

function opensSentence(claim: string, word: Word): boolean {
  const before = claim.slice(0, word.start);
  return /^[^\p{L}\p{N}]*$/u.test(before) || SENTENCE_END.test(before);
}

/** The two words behind it as written, as long as only a space stands before each. */
function followers(claim: string, words: readonly Word[], index: number): readonly string[] {
  const [word, next, further] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined || next === undefined) return [];
  if (claim.slice(word.end, next.start).trim() !== "") return [];
  return further === undefined ? [next.text] : [next.text, further.text];
}
