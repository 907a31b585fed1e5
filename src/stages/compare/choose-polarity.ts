// A sentence and a question to be answered by yes or no → which of them it says.

import { readPolarity } from "../../text/negations.ts";
import { stemVerb } from "../../text/stem-verb.ts";
import { findWords } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

/** Least share of the question's subject words that must stand in a sentence. */
const LEAST_SHARE = 0.7;
const DOUBT =
  /\?|\b(?:whether|if|may|might|could|would|should|likely|unlikely|possibl[ey]|perhaps|expected|plans?|planned|hopes?)\b/iu;

/** What is denied of the question's own words says no; a sentence that leaves it open says nothing. */
export function choosePolarity(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const { text } = sentence;
  if (DOUBT.test(text) || issue.stems.length === 0) return [];
  const held = findWords(text).filter((word) => issue.stems.includes(stemVerb(word.text)));
  const stems = new Set(held.map((word) => stemVerb(word.text)));
  if (stems.size < LEAST_SHARE * issue.stems.length) return [];
  const denied = readPolarity(text).negations.some(
    ({ scope, soft, text: word }) =>
      !soft && (scope.some((stem) => stems.has(stem)) || stems.has(stemVerb(word))),
  );
  const last = held.at(-1);
  const place = { start: last?.start ?? 0, end: last?.end ?? text.length };
  return [
    {
      sentence,
      value: { kind: "polarity", affirms: !denied },
      label: denied ? "no" : "yes",
      place,
      isPast: false,
    },
  ];
}
