// Sentences with their matches → the same, where the one below a question in the article has that question's too.

import type { EvidenceSentence } from "./gather-runs.ts";

interface Scored extends EvidenceSentence {
  readonly score: number;
  /** One a term of the reader's question. */
  readonly matches: readonly number[];
}

/** What of a question's score and matches the sentence below it gets. */
const LENT_SHARE = 0.9;
/** Most code units of white space and marks between the two. */
const GAP = 4;

/** Whether a sentence asks: it answers nothing, however near its words are. */
export function isAsking(sentence: string): boolean {
  return /\?["'”’)\]]*$/u.test(sentence.trim());
}

/** In articles put as questions and answers the answer leaves out what the question said already. */
export function lendHeadings<Sentence extends Scored>(sentences: readonly Sentence[]): Sentence[] {
  return sentences.map((sentence, place) => {
    const above = sentences[place - 1];
    if (above === undefined || !isBelow(sentence, above) || !isAsking(above.text)) return sentence;
    const score = Math.max(sentence.score, above.score * LENT_SHARE);
    const matches = sentence.matches.map((match, index) =>
      Math.max(match, (above.matches[index] ?? 0) * LENT_SHARE),
    );
    return { ...sentence, score, matches };
  });
}

function isBelow(sentence: EvidenceSentence, above: EvidenceSentence): boolean {
  const gap = sentence.start - above.end;
  return sentence.articleId === above.articleId && gap >= 0 && gap <= GAP;
}
