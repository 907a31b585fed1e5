// Somebody's name or role → the words that tell them from others, folded.

import { foldAccents } from "../../text/fold-accents.ts";
import { remember } from "../../text/remember.ts";
import { TITLES } from "./name-patterns.ts";

/** Without titles, articles and initials; a title alone is kept. */
export const listNameWords: (text: string) => readonly string[] = remember(readNameWords, 256);

function readNameWords(text: string): readonly string[] {
  const carrying = listWords(text).filter((word) => !IDLE.test(word));
  const plain = carrying.filter((word) => !TITLES.test(word));
  return (plain.length > 0 ? plain : carrying).map(fold);
}

/** Ranks and offices that stand in a name: "gen", "president"; no "Mr". */
export function listTitles(name: string): readonly string[] {
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
