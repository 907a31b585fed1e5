// A sentence and a question to be answered by yes or no → which of them it says.

import type { Span } from "../../model/span.ts";
import type { Amount } from "./amount.ts";
import { readAmounts } from "./read-amounts.ts";
import type { Issue } from "./read-issue.ts";
import { readStance, type Stance } from "./read-stance.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const HALF = 0.5;

/**
 * What is denied of the question's own words says no; a sentence that leaves it open says nothing.
 * Asked what most of them are, a share says which.
 */
export function choosePolarity(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  return splitClauses(sentence.text).flatMap(({ start, end }) => {
    const clause = { ...sentence, text: sentence.text.slice(start, end) };
    return readClause(clause, issue, sentence.text).map((statement) => {
      const { place } = statement;
      const moved = { start: place.start + start, end: place.end + start };
      return { ...statement, sentence, place: moved };
    });
  });
}

/** "Most are for it; 40 percent are against": each half says its own. */
function splitClauses(text: string): readonly Span[] {
  const marks = Array.from(text.matchAll(/;\s|,\s(?=(?:but|while|whereas)\s)/gu));
  const ends = [...marks.map(({ index }) => index), text.length];
  return ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end }));
}

function readClause(sentence: ComparedSentence, issue: Issue, whole: string): readonly Statement[] {
  const stance = readStance(sentence, issue, whole);
  if (stance === undefined) return [];
  const { text } = sentence;
  const share = issue.isMostly ? findShare(text) : undefined;
  const answer = share === undefined ? stance.answer : judgeShare(share, stance);
  const amount = share === undefined ? {} : { amount: share };
  const shown = share === undefined ? {} : { share: text.slice(share.start, share.end) };
  return [
    {
      sentence,
      value: { kind: "polarity", answer, ...amount, ...shown },
      label: answer,
      place: share ?? stance.place,
      isPast: false,
    },
  ];
}

function findShare(text: string): Amount | undefined {
  return readAmounts(text).find(
    ({ dimension, change }) => dimension === "share" && change === undefined,
  );
}

/** Most of them are, where more than half are; said of the contrary it is turned round. */
function judgeShare({ low, high }: Amount, { answer }: Stance): Stance["answer"] {
  const isMost = low > HALF;
  const isLess = high <= HALF;
  if (!isMost && !isLess) return "partly";
  return isMost === (answer !== "no") ? "yes" : "no";
}
