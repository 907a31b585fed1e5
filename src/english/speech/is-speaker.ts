// Two namings of speakers, in texts or as a reader types one → whether they are the same person or body.

import { foldAccents } from "../../text/fold-name.ts";
import { remember } from "../../text/remember.ts";
import { BODY, TITLES } from "./name-patterns.ts";

/** Each line holds forms of one name that share no beginning. */
const FORMS: readonly ReadonlySet<string>[] = [
  "robert bob bobby rob",
  "william bill billy will",
  "richard dick rick",
  "james jim jimmy",
  "john jack johnny",
  "edward ted eddie ned",
  "anthony tony",
  "thomas tom tommy",
  "charles chuck charlie",
  "henry harry hank",
  "lawrence laurence larry",
  "michael mike mick mickey",
  "joseph joe",
  "margaret peggy maggie meg",
  "elizabeth liz betty beth lizzie",
  "katherine catherine kathryn kate kathy katie cathy",
  "alexander alexandra alex sasha sandy",
  "theodore ted teddy",
  "francis frank",
  "andrew andy drew",
  "stephen steven steve",
].map((line) => new Set(line.split(" ")));
/** A shorter beginning is shared by chance. */
const SHORTEST = 3;

/** "Dan" and "Daniel", "Jim" and "James"; every name is a form of itself. */
function isGivenName(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const begins = short.length >= SHORTEST && long.startsWith(short);
  return begins || FORMS.some((forms) => forms.has(one) && forms.has(other));
}

/** Without titles, articles and initials; a title alone is kept. */
export const listNameWords: (text: string) => readonly string[] = remember(readNameWords, 256);

function readNameWords(text: string): readonly string[] {
  const carrying = listWords(text).filter((word) => !IDLE.test(word));
  const plain = carrying.filter((word) => !TITLES.test(word));
  return (plain.length > 0 ? plain : carrying).map(fold);
}

/** Ranks and offices that stand in a name: "gen", "president"; no "Mr". */
function listTitles(name: string): readonly string[] {
  return listWords(name)
    .filter((word) => TITLES.test(word) && !ADDRESS.test(word))
    .map(fold);
}

/** "al-Tamimi", "van der Berg" and "O’Brien" as "Tamimi", "Berg" and "O'Brien" too. */
function listWords(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu) ?? [];
  const bare = words.map((word) => word.replace(/^(?:al|el)-(?=\p{L})/iu, ""));
  const carrying = bare.filter((word) => !PARTICLE.test(word));
  return carrying.length > 0 ? carrying : bare;
}

function fold(word: string): string {
  return foldAccents(word.replace(/[’']s?$|\.$/gu, ""))
    .replaceAll("’", "'")
    .replaceAll(/[ßøœæłđð]/giu, (letter) => FLAT[letter.toLowerCase()] ?? letter)
    .toLowerCase();
}

/** Letters that are no letter with a mark to Unicode, as keyboards without them type them. */
const FLAT: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  œ: "oe",
  æ: "ae",
  ł: "l",
  đ: "d",
  ð: "d",
};
const PARTICLE = /^(?:de|da|di|del|la|le|du|dos|van|von|der|den|ter|ten|bin|ibn|al|el)$/iu;
const IDLE = /^(?:the|an?|of|for|in|at|\p{L}\.?)$/iu;
const ADDRESS = /^(?:Mr|Mrs|Ms|Dr|Prof|Hon|St|No|Sir|Lord|Lady|Dame|Former|of)\.?$/u;

/** At least one of both, as {@link attributeSpan} gives them. */
export interface NamedParty {
  readonly name?: string;
  readonly role?: string;
}

/** Who says a span's words, and whom or what they have them from. */
interface Spoken {
  readonly speaker?: NamedParty & { readonly start: number };
  readonly chain?: readonly { readonly start: number; readonly words: string }[];
}

/** The speaker, then those whom the speaker has the words from; not who carried them to the article. */
export function listParties({ speaker, chain = [] }: Spoken): readonly NamedParty[] {
  if (speaker === undefined) return [];
  const own = chain.findIndex(({ start }) => start === speaker.start);
  return [speaker, ...chain.slice(own + 1).map(({ words }) => ({ role: words }))];
}

/**
 * "Gersten", "Peter Gersten", "Pete Gersten" and "Gen. Gersten" are "Maj. Gen. Peter Gersten"; "officials" are "senior
 * officials", and "the mayor" is whoever has that role. A given name that differs is another person.
 */
export function isSpeaker({ name, role }: NamedParty, asked: string): boolean {
  const wanted = dropSuffix(listNameWords(asked));
  if (wanted.length === 0) return false;
  const [own, part] = [dropSuffix(listNameWords(name ?? "")), listNameWords(role ?? "")];
  const isWhole = wanted.every((word) => own.includes(word) || part.includes(word));
  if (isWhole) return true;
  if (own.length === 0 || own.at(-1) !== wanted.at(-1)) return false;
  const [given = "", asking = ""] = [own[0], wanted[0]];
  const isShort = own.length > 1 && wanted.length > 1 && isGivenName(given, asking);
  return isShort || own.every((word) => wanted.includes(word));
}

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

/** "Ivo Roe Jr." may be told of as "Ivo Roe". */
function dropSuffix(words: readonly string[]): readonly string[] {
  return words.length > 2 && SUFFIX.test(words.at(-1) ?? "") ? words.slice(0, -1) : words;
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
