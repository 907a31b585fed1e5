// Capitals that stand before a verb of saying → the name in them, and what stands before it.
// "Treasury Secretary Ada Roe" → {name: "Ada Roe", lead: "Treasury Secretary"}

import { BODY, NO_NAME, NO_PERSON, SHORT_TITLE, TITLES } from "./name-patterns.ts";

interface TrimmedName {
  readonly name: string;
  /** An office with what it is of: "Treasury Secretary"; a title alone stays with the name. */
  readonly lead?: string;
}

/** Whose something is ("Brone's Ada Roe"), an article, words that begin a clause and offices are no part of a name. */
export function trimName(capitals: string): TrimmedName {
  let words = dropPlace(capitals).split(/\s+/);
  words = words.slice(words.slice(0, -1).findLastIndex((word) => /[’']s?$/u.test(word)) + 1);
  while (words.length > 1 && words[0] !== "No" && NO_NAME.test(words[0] ?? "")) words.shift();
  const rank = words.findIndex((word) => SHORT_TITLE.test(word));
  const office = words.findLastIndex((word, at) => TITLES.test(word) && startsName(words[at + 1]));
  const isHeld = office >= 0 && !words.slice(0, office).every((word) => TITLES.test(word));
  const from = rank > 0 && rank < words.length - 1 ? rank : isHeld ? office + 1 : 0;
  const name = words.slice(from).join(" ");
  if (from === 0 || BODY.test(words.slice(from).join(" "))) return { name: words.join(" ") };
  return { name, lead: words.slice(0, from).join(" ") };
}

/** "Dr Ada Roe of Brone University" is Ada Roe; the "Royal Society of Medicine" is itself. */
function dropPlace(capitals: string): string {
  const [, person = "", place = ""] =
    /^(.+?)\s(?:of|for|at)\s(?:the\s)?(.+)$/u.exec(capitals) ?? [];
  const words = person.split(/\s+/);
  const isTitled =
    words.length > 1 && TITLES.test(words[0] ?? "") && !TITLES.test(words.at(-1) ?? "");
  const isPerson = isTitled || (words.length > 1 && BODY.test(place));
  return isPerson &&
    !BODY.test(person) &&
    !words.every((word) => TITLES.test(word)) &&
    !NO_NAME.test(person)
    ? person
    : capitals;
}

function startsName(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word) && !TITLES.test(word);
}

/** No contraction, no possessive, and a word that is no title, number or state. */
export function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (/[’']s?$|n[’']t\b|[’'](?:d|ll|re|ve|m)\b|\p{L}{5}\.\s/u.test(name)) return false;
  if (words.every((word) => NO_PERSON.test(word))) return false;
  if (words.length === 1 && NO_NAME.test(name)) return false;
  return words.some((word) => !TITLES.test(word) && !NO_NAME.test(word));
}
