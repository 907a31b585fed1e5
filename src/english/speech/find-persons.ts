// A sentence without its quotations → the people in it that "he" or "she" may stand for, its subject first.

import { LETTER } from "../../text/words.ts";
import { isLand } from "../entities/gazetteer.ts";
import { isGiven } from "../entities/given-names.ts";
import { BODY, NAME, TITLES } from "./name-patterns.ts";
import { isName, trimName } from "./trim-name.ts";

/** Offsets are of the sentence. */
export interface Person {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  /** Of somebody without a name: "a French diver". */
  readonly role?: string;
  /** Behind a preposition: perhaps a place. */
  readonly isPlaced?: boolean;
}

const NAMES = new RegExp(
  `(?<![${LETTER}0-9’'/-])${NAME}(?<possessive>[’']s?(?![${LETTER}]))?`,
  "g",
);
/** Behind these a capital is a place or a body more often than a person. */
const PLACING =
  /(?:^|\s)(?:in|at|from|near|across|outside|inside|around|of|for|on|via|under|[Ii]n|[Aa]t|[Ff]rom)\s(?:the\s)?$/u;
const NEWCOMER =
  /^(?:[Aa]n?|[Oo]ne|[Aa]nother|\p{Lu}[\p{L}-]+[’']s?)\s(?:[\p{L}-]+\s){0,3}?(?:man|woman|boy|girl|teenager|pupil|nurse|parent|mother|father|brother|sister|wife|husband|son|daughter|widow|neighbou?r|\p{Ll}{3,}(?:er|or|ist|ian|ent|ant))\b(?!,?\s\p{Lu}[\p{L}-]+\s\p{Lu})/u;

/** Bodies, whose something is ("Ada's") and who took a picture ("Ada Roe/Gazette") are left out; behind a preposition it may be a place. */
export function findPersons(sentence: string): readonly Person[] {
  const newcomer = NEWCOMER.exec(sentence);
  const found: Person[] =
    newcomer === null ? [] : [{ start: 0, end: newcomer[0].length, role: newcomer[0] }];
  for (const match of sentence.matchAll(NAMES)) {
    const isCredit = sentence.charAt(match.index + match[0].length) === "/";
    if (isCredit || match.groups?.["possessive"] !== undefined) continue;
    const isPlaced = PLACING.test(sentence.slice(Math.max(0, match.index - 20), match.index));
    let at = match.index;
    for (const piece of match[0].split(/\sand\s/u)) {
      const end = at + piece.length;
      const { name } = trimName(piece);
      at = end + AND;
      if (!isPerson(name)) continue;
      found.push({ start: end - name.length, end, name, ...(isPlaced && { isPlaced }) });
    }
  }
  return found;
}

const AND = " and ".length;

/** "Eastern Ukraine" is a place. */
const DIRECTION = /^(?:North|South|East|West|Central|New)/u;

function isPerson(name: string): boolean {
  if (DIRECTION.test(name) || (isLand(name) && !isGiven(name))) return false;
  const words = name.split(/\s/).filter((word) => !TITLES.test(word));
  if (/^\p{Ll}|[’']s?(?:\s|$)/u.test(name)) return false;
  if (words.length === 1 && /(?:ean|ese|ish|ian|ly)$/u.test(words[0] ?? "")) return false;
  if (words.length === 0 || BODY.test(words.join(" "))) return false;
  return isName(name) && !/\d/.test(name);
}
