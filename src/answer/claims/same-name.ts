// A name and the words of a text → whether the text has that name, in this or another form.

import { foldWord } from "../../english/stems.ts";

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
export function sameName(
  name: string,
  known: readonly string[],
  initials: readonly string[],
): boolean {
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
