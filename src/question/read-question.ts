// Question text → how it is understood: the things that it asks, and whether it asks for all of something.

import { PullquoteError } from "../core/errors.ts";
import type { Filters, Question } from "../core/question.ts";
import type { AskedThing, QuestionIntent } from "../core/question-intent.ts";
import { listDesignations } from "../english/designations.ts";
import { listQuotedPhrases } from "../english/quoted-phrases.ts";
import { listContentStems } from "../english/stems.ts";
import { findWords } from "../text/words.ts";
import { readAskedSpeaker } from "./asked-speaker.ts";
import { findSummaryRequest } from "./find-request.ts";
import { listTerms } from "./question-words.ts";
import { readIssue } from "./read-issue.ts";

const AUXILIARY = "(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\\b";
/** The reader sees no more of a question than that. */
const MOST_WORDS = 24;
/** "Which other firms", "at which hubs": what is counted stands before the verb. */
const COUNTED = new RegExp(
  `^(?:and\\s|but\\s|so\\s)?(?:(?:at|by|for|from|in|on|to|under|with)\\s)?(?:which|what)\\s(?:are\\s(?:all\\s)?(?:the\\s)?)?(?!${AUXILIARY})(?<noun>(?:(?!${AUXILIARY})[\\p{L}’'-]+\\s){1,5}?)(?:${AUXILIARY}|[\\p{L}]+ed\\b|knew|made|gave|took|spoke|won|lost|want)`,
  "iu",
);
const PLURAL = /^(?:people|men|women|children)$|[^s’']s$/iu;
const SINGULAR = /(?:us|is|news|series|species|politics|economics|times)$/iu;
/** Said in so many words. */
const ALL = /^(?:list|name)\b|\ball (?:of )?the\b|\beach of\b|\b(?:who|what|where) else\b/iu;

export interface Understood {
  /** The question that stands alone and is searched for; what was asked unless given. */
  readonly text?: string;
  readonly filters?: Filters;
  /** The question that stands alone, where `text` is it without what it asks of time. */
  readonly standing?: string | undefined;
}

/** A question that stands alone → the same, read: the only place where its words are looked at. */
export function readQuestion(
  asked: string,
  { text = asked, filters = {}, standing }: Understood = {},
): Question {
  const question = { asked, text, filters, intent: readIntent(text) };
  return standing === undefined ? question : { ...question, standing };
}

function readIntent(text: string): QuestionIntent {
  const summary = findSummaryRequest(text);
  const speaker = readAskedSpeaker(text);
  const words = summary?.words || text;
  const isCompound = findWords(words).length > MOST_WORDS;
  return {
    words,
    wantsAll: wantsAll(words),
    isCompound,
    things: splitThings(words),
    terms: listTerms(words),
    designations: listDesignations(words),
    phrases: listQuotedPhrases(words),
    issue: readIssue(text),
    ...(speaker && { speaker }),
    ...(summary && { summary }),
  };
}

function wantsAll(text: string): boolean {
  if (ALL.test(text)) return true;
  const words = COUNTED.exec(text.trim())?.groups?.["noun"]?.trim().split(/\s+/) ?? [];
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return isPlural(first) || isPlural(last);
}

function isPlural(word: string): boolean {
  return PLURAL.test(word) && !SINGULAR.test(word);
}

/** Where one thing ends and the next begins: signs, words that join or contrast, relative words. */
const THING_END =
  /[,;:?!()“”"]|\b(?:and|or|but|while|whereas|unlike|versus|vs|as well as|compared (?:to|with)|which|who|that)\b/iu;

/** Fewer stems than this say too little to be looked for alone: they go with what is beside them. */
const LEAST_OF_THING = 3;

/**
 * A question about several things is searched for each of them, so that the one with the most words
 * does not take all places. One part is the whole question; every stem is in one part at least.
 */
function splitThings(question: string): readonly AskedThing[] {
  const parts: { text: string; stems: Set<string> }[] = [];
  for (const clause of question.split(THING_END)) {
    const stems = listContentStems(clause);
    const last = parts.at(-1);
    if (last !== undefined && (stems.length < LEAST_OF_THING || last.stems.size < LEAST_OF_THING)) {
      last.text = `${last.text} ${clause.trim()}`;
      for (const stem of stems) last.stems.add(stem);
    } else if (stems.length > 0) parts.push({ text: clause.trim(), stems: new Set(stems) });
  }
  return parts;
}

/** Far beyond any question; what is longer was pasted by mistake. */
export const LONGEST_QUESTION = 4000;

/**
 * Control characters become spaces: they mean nothing to a search and could steer a terminal.
 * @throws PullquoteError `question-empty` | `question-too-long`
 */
export function checkQuestion(typed: string): string {
  const question = typed
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(question)) {
    throw new PullquoteError({
      code: "question-empty",
      message: "The question is empty: it holds no word and no number.",
      hint: 'Ask in words: pullquote ask "Who resigned?"',
    });
  }
  if (question.length > LONGEST_QUESTION) {
    throw new PullquoteError({
      code: "question-too-long",
      message: `The question has ${question.length.toLocaleString("en-US")} characters; at most ${LONGEST_QUESTION.toLocaleString("en-US")} are read.`,
      hint: "Ask for one thing at a time, in a sentence or two.",
    });
  }
  return question;
}
