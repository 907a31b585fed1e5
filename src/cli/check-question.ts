// What was typed → a question fit to be asked, or why it is none.

import { PullquoteError } from "../index.ts";

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
