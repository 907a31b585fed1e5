// Question text → its content words, and the words and runs of words in it that are names.

import type { AskedTerm } from "../core/question-intent.ts";
import { carriesSubject, foldWord, stemWord } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";

/**
 * Words written as names: a capital away from the beginning, or an acronym. A question typed
 * without lower-case letters, or wholly without capitals, names nothing that can be told apart.
 */
function findNames(question: string): Word[] {
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

/** Each content word once, the parts of "a-b" for themselves, in the question's order. */
export function listTerms(question: string): AskedTerm[] {
  const names = new Set(findNames(question).flatMap(({ text }) => text.split("-").map(stemWord)));
  const terms = new Map<string, AskedTerm>();
  for (const text of findWords(question).flatMap((word) => word.text.split("-"))) {
    const stem = stemWord(text);
    if (!carriesSubject(text) || terms.has(stem)) continue;
    terms.set(stem, { text, stem, isName: names.has(stem) });
  }
  return [...terms.values()];
}

function startsSentence(question: string, word: Word): boolean {
  const before = question.slice(0, word.start).trimEnd();
  return before === "" || /[.?!:“"(]$/u.test(before);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) && foldWord(word).length > 1;
}
