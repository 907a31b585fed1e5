// A question and the sentences that were read, best first → how likely it is that one of them answers.

import type { Evidence, EvidenceSentence } from "../core/evidence.ts";
import { CONFIDENCE_MIXTURE, SPEAKER_SHIFT } from "./mixture.ts";
import { toProbability } from "./score-sentences.ts";

/** What the mixture is made of; a bench fits its weights on them. */
export interface ConfidenceSignals {
  /** The largest of all sentences, each. */
  readonly margin: number;
  readonly answers: number;
  /** Share of the question's words by weight that the best sentence's passage or title holds. */
  readonly coverage: number;
}

/**
 * `weigh`: how much of the question's words, by weight, a text and its article's title hold. Undefined
 * where nothing was read.
 */
export function listConfidenceSignals(
  sentences: readonly EvidenceSentence[],
  weigh: (articleId: string, text: string) => number,
): ConfidenceSignals | undefined {
  const [first] = sentences;
  if (first === undefined) return undefined;
  return {
    margin: Math.max(...sentences.map(({ signals }) => signals.margin)),
    answers: Math.max(...sentences.map(({ signals }) => signals.answers)),
    coverage: weigh(first.articleId, first.passage.passage.text),
  };
}

/** @param isAttributed as in {@link Evidence} */
export function judgeConfidence(
  signals: ConfidenceSignals | undefined,
  isAttributed: boolean | undefined,
): number {
  if (signals === undefined) return 0;
  const weights = CONFIDENCE_MIXTURE;
  return toProbability(
    weights.bias +
      weights.margin * signals.margin +
      weights.answers * signals.answers +
      weights.coverage * signals.coverage +
      shiftOf(isAttributed),
  );
}

function shiftOf(isAttributed: Evidence["isAttributed"]): number {
  if (isAttributed === undefined) return 0;
  return isAttributed ? SPEAKER_SHIFT.attributed : SPEAKER_SHIFT.unattributed;
}
