// Question text → the parts that ask and the parts that name.

import { carriesSubject, foldWord } from "./stems.ts";
import { findWords, type Word } from "./words.ts";

const HEAD =
  /^\s*(?:and\s+|but\s+|so\s+)?(?:who(?:se|m)?|what|when|where|why|which|how(?:\s+(?:much|many|far|long|often|old|big))?)?\s*(?:(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b\s*)?/i;

/** A question without the words that only ask: "How far did the river rise?" → "the river rise". */
export function stripQuestionHead(question: string): string {
  return question
    .trim()
    .replace(HEAD, "")
    .replace(/[\s?!.]+$/u, "");
}

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
