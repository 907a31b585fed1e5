// A question and a phrase → the question with its phrase of the same kind exchanged: "How many left Bruges?", "Ghent" → "How many left Ghent?".

import { carriesSubject } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";
import { isAuxiliary, PREPOSITION, PREPOSITIONS, trimQuestion } from "./question-clause.ts";
import { listNames, type QuestionName, readQuestionNames } from "./question-names.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

const ASKS_WHICH = /^(?:(?:in|at|of|for|by|to|with|from)\s+)?(?:who|whom|whose|which)\b/iu;
const BEHIND_PREPOSITION = new RegExp(`(?<=\\s)(?:${PREPOSITIONS})\\s+$`, "iu");
const DETERMINER = /^(?:the|an?|this|that|these|those|his|her|its|their|our)$/iu;

/** Undefined where no phrase of the question is of that kind for certain. */
export function exchangePhrase(question: string, typed: string): string | undefined {
  const text = trimQuestion(question);
  const phrase = typed.replace(/['’]s?$/u, "");
  const found = findGoverned(text, phrase) ?? findName(text, phrase);
  if (found === undefined) return undefined;
  const before = text.slice(0, startWithPreposition(text, phrase, found));
  const put = /\b(?:many|much|which|what)\s+$/iu.test(before)
    ? phrase.replace(/^the\s+/iu, "")
    : phrase;
  return `${before}${put}${text.slice(found.end)}?`;
}

/** "in 2020" takes the place of "in 2019", not of "2019". */
function startWithPreposition(text: string, phrase: string, { start }: Place): number {
  const before = PREPOSITION.test(phrase) ? BEHIND_PREPOSITION.exec(text.slice(0, start)) : null;
  return before?.index ?? start;
}

const isModifier = (word: Word | undefined): boolean =>
  word !== undefined && carriesSubject(word.text) && !isAuxiliary(word.text);

/** "in Ghent" stands where "in Bruges" stood, a name for a name. */
function findGoverned(text: string, phrase: string): Place | undefined {
  const preposition = PREPOSITION.exec(phrase)?.[1]?.toLowerCase();
  const isNamed = listNames(phrase).length > 0 && listNames(text).length > 0;
  const endsPlain = !/^\p{Lu}/u.test(findWords(phrase).at(-1)?.text ?? "");
  const words = findWords(text);
  const size = isNamed ? words.length : findWords(phrase).filter(isModifier).length;
  for (const [at, { start, text: word }] of words.entries()) {
    if (word.toLowerCase() !== preposition) continue;
    const last = findLastGoverned(words, at + 1, isNamed, size);
    if (last === undefined) continue;
    const noun = isNamed && endsPlain && isModifier(words[last + 1]) ? last + 1 : last;
    return { start, end: words[noun]?.end ?? start };
  }
  return undefined;
}

/** The place of the last word of the name, or of the phrase without one, that a preposition governs. */
function findLastGoverned(
  words: readonly Word[],
  place: number,
  isNamed: boolean,
  most: number,
): number | undefined {
  let last = DETERMINER.test(words[place]?.text ?? "") ? place : place - 1;
  const first = last;
  const isPart = (word: Word | undefined): boolean =>
    isModifier(word) && isCapital(word) === isNamed;
  while (last < first + most && isPart(words[last + 1])) last += 1;
  return last === first ? undefined : last;
}

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? "");

/**
 * "And Ghent?" stands where the one who does it stood, a name of its kind before others; not where
 * the name may be what is asked for.
 */
function findName(text: string, phrase: string): Place | undefined {
  const [name, another] = readQuestionNames(phrase);
  if (name === undefined || another !== undefined || ASKS_WHICH.test(text)) return undefined;
  if (phrase.replace(/^the\s+/iu, "") !== name.text) return undefined;
  const names = readQuestionNames(text);
  // "was Ana Ruiz Ghent's Woman of the Year": where one name ends and the next begins is not told.
  if (names.some((other) => /['’]s\s/u.test(other.text))) return undefined;
  const free = names.filter(({ governor }) => governor === undefined);
  const isAlike = ({ kind }: QuestionName): boolean => kind === name.kind;
  const only = names.length === 1 ? names[0] : undefined;
  return free.find(isAlike) ?? free[0] ?? names.find(isAlike) ?? only;
}
