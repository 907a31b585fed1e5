// Somebody's name or role → the words that tell them from others, folded.

import { foldAccents } from "../fold-accents.ts";
import { TITLES } from "./name-patterns.ts";

/** Without titles, articles and initials; a title alone is kept. */
export function listNameWords(text: string): readonly string[] {
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

function listWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu) ?? [];
}

function fold(word: string): string {
  return foldAccents(word.replace(/[’']s?$|\.$/gu, "")).toLowerCase();
}

const IDLE = /^(?:the|an?|of|for|in|at|\p{L}\.?)$/iu;
const ADDRESS = /^(?:Mr|Mrs|Ms|Dr|Prof|Hon|St|No|Sir|Lord|Lady|Dame|Former|of)\.?$/u;
