// A question → whether it leans on what was asked before it, and in which way.

import { listContentStems } from "../english/stems.ts";
import { findTimes } from "../english/times/find-times.ts";
import { BARE_ASKING, isPut, PREPOSITION, readClause, trimQuestion } from "./question-clause.ts";
import { listNames } from "./question-names.ts";
import { findUnexplainedPronoun } from "./unexplained-pronoun.ts";

export interface Lean {
  /**
   * `contrast`: "and in Ghent?", one phrase is exchanged. `more`: "what else?", the question again.
   * `subject`: what it is about stands in the earlier question, as of "why?".
   */
  readonly kind: "contrast" | "more" | "subject";
  /** The question without the words that only tie it to what was before: "and", "no, I meant". */
  readonly text: string;
  readonly isCorrection: boolean;
}

const OPENER =
  /^(?:(?:and|but|so|or|also|then|what\s+about|how\s+about|and\s+what\s+of)\b(?!['’])[\s,]*|(?:ok|okay|well|now)\s*,\s*)/iu;
const CORRECTION =
  /^(?:(?:no|nope|sorry|wait|actually|rather|not\s+(?:now|that(?:\s+one)?))(?=\s*[,;:.–—-]|\s+(?:not|i|who|what|when|where|why|which|how)\b|$)|i\s+(?:mean|meant)\b)[\s,;:.–—-]*/iu;
const DENIED =
  /^not\s+(?:[^,;–—]+?)(?:\s*[,;–—]\s*(?:but\s+)?|\s+but\s+)|[,;]?\s+(?:and\s+)?not\s+(?:[^,;–—]+)$/iu;
const MORE = /\b(?:else|others?|another|any\s?more|more|further|anything)\b/iu;
/** A noun that is known already: nothing behind it says which it is. */
const DEFINITE =
  /\bthe\s+(?:[\p{L}\p{N}'’-]+\s+){0,2}?[\p{L}\p{N}'’-]+(?=\s*$|\s+(?!(?:of|who|that|which|in|at|from|for|between|on|with|to|by|behind)\b))/iu;
const COMPARED =
  /\b(?:earlier|later|former|latter|previous|first|second|other|same|bigger|smaller|higher|lower|older|newer)\b/iu;
/** What somebody thinks is thought of something. */
const OPINION =
  /\b(?:think|thinks|thought|say|says|said|believe|believes|respond|react|reply|comment)\s*$/iu;
/** An order is a question that is put in full. */
const ORDER = /^(?:list|name|show|tell|give|summari[sz]e|explain|compare|find|quote|describe)\b/iu;
/** With more words of its own than these, a question without a name is not missing its subject. */
const MOST_OF_FRAGMENT = 2;
const MOST_OF_DEFINITE = 4;

/** Undefined for a question that stands alone. */
export function readLean(question: string): Lean | undefined {
  const { isTied, ...opened } = cutOpeners(trimQuestion(question));
  const { text } = opened;
  if (listContentStems(text).length === 0) return readBare(opened);
  if (!isPut(text) && isFragment(text, isTied)) return { ...opened, kind: "contrast" };
  const lacks =
    opened.isCorrection ||
    findUnexplainedPronoun(text) !== undefined ||
    (isPut(text) ? lacksSubject(text, isTied) : asksForMore(text));
  return lacks ? { ...opened, kind: "subject" } : undefined;
}

type Opened = Omit<Lean, "kind">;

function cutOpeners(question: string): Opened & { readonly isTied: boolean } {
  let text = question;
  let isCorrection = false;
  for (let before: string | undefined; before !== text; ) {
    before = text;
    text = text.replace(OPENER, "");
    const corrected: string = text.replace(CORRECTION, "");
    isCorrection ||= corrected !== text;
    const found: RegExpExecArray | null =
      isCorrection || /^not\s/iu.test(corrected) ? DENIED.exec(corrected) : null;
    isCorrection ||= found !== null;
    text = found === null ? corrected : corrected.replace(found[0], "");
  }
  const isTied = text !== question;
  return { text: bringForward(text), isTied, isCorrection };
}

/** "The lasagna, who made that?" → "who made the lasagna". */
function bringForward(text: string): string {
  const [, phrase, question] = /^([^,?]+),\s+([^,]+)$/u.exec(text) ?? [];
  if (phrase === undefined || question === undefined || isPut(phrase) || !isPut(question))
    return text;
  const pronoun = findUnexplainedPronoun(question);
  if (pronoun === undefined) return text;
  const owned = pronoun.isPossessive ? `${phrase}'s` : phrase;
  return `${question.slice(0, pronoun.start)}${owned}${question.slice(pronoun.end)}`;
}

/** A question of grammar words alone: "why?", "when was that?", "anything else?", "who is he?". */
function readBare(opened: Opened): Lean {
  const { text } = opened;
  if (text === "" || MORE.test(text)) return { ...opened, kind: "more" };
  const isSubject =
    BARE_ASKING.test(text) || isPut(text) || findUnexplainedPronoun(text) !== undefined;
  return { ...opened, kind: isSubject ? "subject" : "contrast" };
}

/** Words that are no question: one phrase, in place of one of the question before. */
function isFragment(text: string, isTied: boolean): boolean {
  if (ORDER.test(text)) return false;
  if (isTied || PREPOSITION.test(text)) return true;
  const stems = listContentStems(text);
  const names = listNames(text);
  if (names.length > 0) return listContentStems(names.join(" ")).length === stems.length;
  return stems.length <= MOST_OF_FRAGMENT;
}

/** "Any other towns in trouble now?" */
const asksForMore = (text: string): boolean => MORE.test(text) && listNames(text).length === 0;

/** A question that is put in full, but does not say of whom or what. */
function lacksSubject(text: string, isTied: boolean): boolean {
  const { auxiliary, rest } = readClause(text);
  if (auxiliary === "" && PREPOSITION.test(rest)) return true;
  if (/\belse\b/iu.test(text)) return true;
  const own = listContentStems(withoutTimes(text)).length;
  const isNamed = listNames(text).length > 0;
  if (own <= MOST_OF_FRAGMENT ? isTied || !isNamed : isTied && !isNamed) return true;
  if (isNamed) return OPINION.test(text);
  return own <= MOST_OF_DEFINITE && [MORE, COMPARED, DEFINITE].some((sign) => sign.test(text));
}

function withoutTimes(text: string): string {
  return findTimes(text).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}${left.slice(end)}`,
    text,
  );
}
