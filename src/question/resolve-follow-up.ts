// A question and the turns before it → a question that stands alone, by rules.

import type { Turn } from "../model/question.ts";
import { findNameRuns, stripQuestionHead } from "../text/question-words.ts";
import { carriesSubject, listContentStems } from "../text/stems.ts";

const CONNECTED = /^\s*(?:and what about|and how about|what about|how about|and|but)\b[\s,]*/i;
const PREPOSITION =
  /^(in|at|from|to|for|by|on|with|under|near|inside|outside|since|before|after)\s/i;
const PERSON = /\b(?:he|she|him|her|his|hers)\b/i;
const THING = /\b(?:it|its|they|them|their|theirs|this|that|these|those|there|then|so)\b/i;
/** Asks for a circumstance of what was asked before, and for nothing else. */
const ABOUT_THAT =
  /^(?:and\s+)?(when|where|why|how)(?:\s+(?:was|is|were|are|did|does|has|had))?(?:\s+(?:that|this|it|they|so))?(?:\s+(?:happen(?:ed)?|been|done|so|be))?$/iu;
/** Somebody who is done something to: not whom the verb before it has for a subject. */
const OBJECT = /(?<=\p{L}\s+)(?:him|her)\b(?!['’])(?:\s+(?<next>\p{L}+))?/iu;
/** A person asked about in a question that is typed without capitals. */
const WHO_IS = /^(?:and |but |so )?who(?: is|['’]s| was) ((?!the |an? |his |her )[^?,]+)/iu;
const AUXILIARY =
  /^(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|must)\b/iu;
/** What an earlier follow-up was given in this way. */
const ADDED = /, and (?:who|what|when|where|why|which|how|is|are|was|were|did|do|does)\b.*$/iu;
const END = /[\s?!.:]+$/u;

/**
 * Returns the question unchanged unless it leans on the conversation: a fragment ("and in
 * Ghent?"), a question without a subject of its own ("when was that?"), or a pronoun that
 * nothing before it in the question explains ("where did she go?").
 */
export function resolveFollowUp(asked: string, conversation: readonly Turn[]): string {
  const question = asked.trim();
  const turn = conversation.at(-1);
  if (turn === undefined) return question;
  const earlier = (turn.understood ?? turn.question).trim();
  if (listContentStems(earlier).length === 0) return question;
  return (
    resolveFragment(question, earlier) ??
    resolvePerson(question, earlier) ??
    resolveSubject(question, earlier) ??
    question
  );
}

/** "and in Ghent?" → the earlier question, asked of Ghent. */
function resolveFragment(question: string, earlier: string): string | undefined {
  const rest = question.replace(CONNECTED, "").replace(END, "");
  const isConnected = rest !== question.replace(END, "");
  if (rest === "" || stripQuestionHead(rest) !== rest) return undefined;
  const preposition = PREPOSITION.exec(rest)?.[1];
  if (!isConnected && preposition === undefined) return undefined;
  const stem = earlier.replace(END, "");
  return preposition === undefined
    ? askOfName(stem, rest)
    : `${askOfPlace(stem, preposition, rest)}?`;
}

/** "How many jobs does Ghent cut", "Bruges" → the question asked of Bruges; of two names, or none, beside it. */
function askOfName(question: string, rest: string): string {
  const [name, another] = listNames(question);
  const isName = /^(?:the )?\p{Lu}/u.test(rest);
  if (!isName || name === undefined || another !== undefined) return `${question}? And ${rest}?`;
  return `${question.replace(name, rest.replace(/['’]s$/u, ""))}?`;
}

/** Puts "in Syria" where "in Iraq" stood, at the end where nothing like it did. */
function askOfPlace(question: string, preposition: string, rest: string): string {
  const named = "(?:the\\s+)?\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*)*";
  const typed = /\p{Lu}/u.test(question.slice(1)) ? named : "(?:the\\s+)?[\\p{L}-]+";
  const place = new RegExp(`(?<=\\s)${preposition}\\s+${typed}`, "u");
  return place.test(question) ? question.replace(place, rest) : `${question} ${rest}`;
}

/** The names of a question, or whom it asks about where it is typed without capitals. */
function listNames(question: string): readonly string[] {
  const runs = findNameRuns(question);
  const asked = WHO_IS.exec(question)?.[1]?.trim();
  return runs.length === 0 && asked !== undefined ? [asked] : runs;
}

/** "where did she go?" → with the one name of the earlier question. */
function resolvePerson(question: string, earlier: string): string | undefined {
  const [name, another] = listNames(earlier);
  if (name === undefined || another !== undefined) return undefined;
  if (isObject(question, name)) return question.replace(/\b(?:him|her)\b/iu, name);
  if (!isUnexplained(PERSON, question)) return undefined;
  return question.replace(/\b(?:his|hers?)(?=\s+\p{L})/iu, `${name}'s`).replace(PERSON, name);
}

/**
 * "when was that?" → "When did the nurses leave?", or "Who paid the nurses, and when?" where the
 * earlier question cannot be turned round; "where did they go?" → "…, and where did they go?".
 */
function resolveSubject(question: string, earlier: string): string | undefined {
  const leans =
    listContentStems(question).length === 0 ||
    isUnexplained(PERSON, question) ||
    isUnexplained(THING, question);
  if (!leans) return undefined;
  const stem = earlier.replace(END, "").replace(ADDED, "");
  const asked = question.replace(END, "");
  const word = ABOUT_THAT.exec(asked)?.[1]?.toLowerCase();
  const turned = word === undefined ? undefined : turnRound(stem, word);
  return turned ?? `${stem}, and ${word ?? lowerFirst(asked)}?`;
}

/** "Why did they leave" or "did they leave" asked with another word. */
function turnRound(stem: string, word: string): string | undefined {
  const rest = stem.replace(/^(?:why|when|where|how)\s+/iu, "");
  if (!AUXILIARY.test(rest)) return undefined;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${lowerFirst(rest)}?`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Why did Ruiz sack her?" asks of somebody else than Ruiz; "her pay" may be anybody's. */
function isObject(question: string, name: string): boolean {
  const found = OBJECT.exec(question);
  const next = found?.groups?.["next"];
  if (found === null || (next !== undefined && carriesSubject(next))) return false;
  const before = findNameRuns(question.slice(0, found.index));
  return before.length === 1 && !name.includes(before[0] ?? "");
}

/** Whether such a pronoun stands there with nothing before it that it could mean. */
function isUnexplained(pronoun: RegExp, question: string): boolean {
  const place = pronoun.exec(question)?.index;
  return place !== undefined && listContentStems(question.slice(0, place)).length === 0;
}
