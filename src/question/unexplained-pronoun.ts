// A question → the first "he", "it", "there" or "this" in it that nothing in the question itself explains.

import { carriesSubject, foldWord } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";
import { isAuxiliary, readClause, trimQuestion } from "./question-clause.ts";
import { listNames } from "./question-names.ts";

export interface Pronoun {
  readonly start: number;
  readonly end: number;
  readonly stands: "person" | "thing" | "several" | "place" | "said";
  /** "his" before what is his, "her" before what is hers. */
  readonly isPossessive: boolean;
}

type Case = "subject" | "object" | "possessive" | "pointing";

const PRONOUNS: ReadonlyMap<string, readonly [Pronoun["stands"], Case]> = new Map([
  ["he", ["person", "subject"]],
  ["she", ["person", "subject"]],
  ["him", ["person", "object"]],
  ["his", ["person", "possessive"]],
  ["her", ["person", "object"]],
  ["hers", ["person", "possessive"]],
  ["they", ["several", "subject"]],
  ["them", ["several", "object"]],
  ["their", ["several", "possessive"]],
  ["it", ["thing", "subject"]],
  ["its", ["thing", "possessive"]],
  ["there", ["place", "pointing"]],
  ["this", ["said", "pointing"]],
  ["that", ["said", "pointing"]],
  ["these", ["said", "pointing"]],
  ["those", ["said", "pointing"]],
  ["then", ["said", "pointing"]],
  ["so", ["said", "pointing"]],
]);

/** "It" that stands for nothing: "is it true that …", "how long does it take to …", "will it rain in …". */
const EXPLETIVE =
  /^it\s+(?:(?:to|be|get|gets|got|take|takes|took|cost|costs|rain|rained|snow|snowed|seem|seems|appear|matter|happen)\b|(?:true|possible|legal|illegal|safe|likely|wise|important|hard|easy|difficult|dangerous)\b).*\S/iu;
/** The clause that a question is in ends before these, and another begins. */
const CLAUSE_BREAK =
  /\b(?:and|but|when|while|after|before|because|since|if|that|who|which|until)\b/iu;
const TIME_AFTER =
  /^\s+(?:week|month|year|morning|evening|weekend|spring|summer|autumn|fall|winter|season|time|century|decade)\b/iu;
const TO_BE = new Set(["is", "are", "was", "were", "be", "been"]);

export function findUnexplainedPronoun(question: string): Pronoun | undefined {
  const words = findWords(question);
  for (const [place, word] of words.entries()) {
    const entry = PRONOUNS.get(foldWord(word.text));
    if (entry === undefined) continue;
    const [stands, plain] = entry;
    const next = words[place + 1];
    const grammar = readCase(plain, words[place - 1], word, next);
    if (!leansBack(question, words, place, stands, grammar)) continue;
    return {
      start: word.start,
      end: word.end,
      stands,
      isPossessive: grammar === "possessive",
    };
  }
  return undefined;
}

/** "Her pay" is hers, "pay her" is not; in "who signed it" nobody of that name signs. */
function readCase(
  plain: Case,
  previous: Word | undefined,
  word: Word,
  next: Word | undefined,
): Case {
  const folded = foldWord(word.text);
  if (folded === "her" && next !== undefined && carriesSubject(next.text)) return "possessive";
  if (folded !== "it") return plain;
  return [previous, next].some((other) => isAuxiliary(other?.text ?? "")) ? "subject" : "object";
}

function leansBack(
  question: string,
  words: readonly Word[],
  place: number,
  stands: Pronoun["stands"],
  grammar: Case,
): boolean {
  const word = words[place];
  if (word === undefined) return false;
  const before = question.slice(0, word.start);
  if (grammar === "pointing") return points(question, words, place, stands);
  if (stands === "thing" && EXPLETIVE.test(question.slice(word.start))) {
    return listNames(question).length === 0 && !/\b(?:to|that)\b/iu.test(question.slice(word.end));
  }
  const inner = sliceInner(question, word.start);
  const explains = stands === "person" ? listNames(before).length > 0 : hasSubject(inner);
  if (grammar !== "object") return !explains;
  // Whoever does it is not the one to whom it is done: only another clause or a second name explains.
  return !explains || !(CLAUSE_BREAK.test(inner) || listNames(before).length > 1);
}

/** What stands behind the auxiliary and before a place: a subject that may explain a pronoun there. */
function sliceInner(question: string, end: number): string {
  const start = trimQuestion(question).length - readClause(question).rest.length;
  return question.slice(Math.min(start, end), end);
}

const hasSubject = (text: string): boolean =>
  findWords(text).some((word) => carriesSubject(word.text));

/** "What was that?" and "this study" point back; "the study that", "there are" and "this week" do not. */
function points(
  question: string,
  words: readonly Word[],
  place: number,
  stands: Pronoun["stands"],
): boolean {
  const [previous, word, next] = [words[place - 1], words[place], words[place + 1]];
  if (word === undefined) return false;
  const folded = foldWord(word.text);
  if (folded === "so" || folded === "then") return next === undefined && place > 0;
  if (stands === "place") {
    const exists = [previous, next].some((other) => TO_BE.has(foldWord(other?.text ?? "")));
    return next === undefined || !exists;
  }
  if (TIME_AFTER.test(question.slice(word.end))) return false;
  if (next === undefined) return true;
  if (folded !== "that") return true;
  return place === 0 || previous === undefined || !carriesSubject(previous.text)
    ? !/^(?:say|says|said|tell|told)$/iu.test(previous?.text ?? "")
    : false;
}
