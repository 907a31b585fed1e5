// Two speakers, as two articles name them → whether they are one person or body.

import type { NamedParty } from "./is-speaker.ts";
import { BODY } from "./name-patterns.ts";
import { listNameWords, listTitles } from "./name-words.ts";

/**
 * By their full names, whatever stands between given name and surname; by a surname alone only with a
 * title or a word of the role in common. Bodies by the same words. Never by a role alone: two papers'
 * "spokesman" may be two men.
 */
export function isSamePerson(one: NamedParty, other: NamedParty): boolean {
  if (one.name === undefined || other.name === undefined) return false;
  const [own, others] = [listNameWords(one.name), listNameWords(other.name)];
  if (BODY.test(one.name) || BODY.test(other.name)) return own.join(" ") === others.join(" ");
  const [left, right] = [parseName(own), parseName(others)];
  if (left.surname === "" || left.surname !== right.surname) return false;
  if (left.suffix !== right.suffix) return false;
  if (left.given !== undefined && right.given !== undefined) return left.given === right.given;
  return isInitialOf(one.name, right.given) && isInitialOf(other.name, left.given)
    ? sharesOffice(one, other)
    : false;
}

interface ParsedName {
  readonly surname: string;
  /** Absent where only a surname, or an initial with it, is given. */
  readonly given?: string;
  readonly suffix: string;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/u;

function parseName(words: readonly string[]): ParsedName {
  const suffix = words.find((word) => SUFFIX.test(word)) ?? "";
  const names = words.filter((word) => !SUFFIX.test(word));
  const [given] = names;
  const surname = names.at(-1) ?? "";
  return { surname, suffix, ...(names.length > 1 && given !== undefined && { given }) };
}

/** "P. Roe" is no Ada: the initial before a surname, where there is one, must be that of the given name. */
function isInitialOf(name: string, given: string | undefined): boolean {
  const initial = /(?:^|\s)(\p{Lu})\.\s/u.exec(name)?.[1]?.toLowerCase();
  return initial === undefined || given === undefined || given.startsWith(initial);
}

/** A title, or a word of what they are: "Gen. Roe" and "Gen. Ada Roe", "Roe, the mayor" and "Mayor Ada Roe". */
function sharesOffice(one: NamedParty, other: NamedParty): boolean {
  const offices = new Set(listOffices(one));
  return listOffices(other).some((word) => offices.has(word));
}

function listOffices({ name = "", role = "" }: NamedParty): readonly string[] {
  return [...listTitles(name), ...listTitles(role), ...listNameWords(role)];
}
