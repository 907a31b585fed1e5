// Question text → the words and runs of words in it that are names.

import { carriesSubject, foldWord } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";

/**
 * Words written as names: a capital away from the beginning, or an acronym. A question typed
 * without lower-case letters, or wholly without capitals, names nothing that can be told apart.
 */
export function findNames(question: string): Word[] {
  if (!/\p{Ll}/u.test(question)) return [];
  return findWords(question).filter((word) => {
    if (!NAME.test(word.text) || !carriesSubject(word.text)) return false;
    return !startsSentence(question, word) || isAcronym(word.text);
  });
}

/** A capital, or one behind an article that is written small: "al-Hadi", "d'Angelo". */
const NAME = /^(?:\p{Ll}{1,2}[-'’])?\p{Lu}/u;

/** Runs of neighbouring names as written: "the mayor Ana Ruiz" → ["Ana Ruiz"]. */
export function findNameRuns(question: string): string[] {
  const runs: { start: number; end: number }[] = [];
  for (const name of findNames(question)) {
    const last = runs.at(-1);
    if (last !== undefined && /^\s+$/u.test(question.slice(last.end, name.start))) {
      last.end = name.end;
    } else runs.push({ start: name.start, end: name.end });
  }
  return runs.map(({ start, end }) => question.slice(start, end));
}

function startsSentence(question: string, word: Word): boolean {
  const before = question.slice(0, word.start).trimEnd();
  return before === "" || /[.?!:“"(]$/u.test(before);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) && foldWord(word).length > 1;
}
