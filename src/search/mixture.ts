// A sentence's signals → how likely it is that it answers; a question's best signals → how likely it is that anything does.

import type { Evidence, EvidenceSentence, SentenceSignals } from "../core/evidence.ts";

export interface MixtureWeights {
  readonly bias: number;
  readonly similarity: number;
  readonly answers: number;
  readonly margin: number;
  readonly coverage: number;
  readonly fused: number;
}

export interface ConfidenceWeights {
  readonly bias: number;
  readonly margin: number;
  readonly answers: number;
  readonly coverage: number;
}

/** With the vectors of sentences, and where the embedder gives one vector a text. */
const SENTENCE_MIXTURE: {
  readonly vectors: MixtureWeights;
  readonly plain: MixtureWeights;
} = {
  vectors: {
    bias: -3.4768,
    similarity: 2.7839,
    answers: 0.2561,
    margin: 0.1049,
    coverage: 0.6073,
    fused: 0.1912,
  },
  plain: {
    bias: -1.8322,
    similarity: 0,
    answers: 0.2617,
    margin: 0.1317,
    coverage: 2.2846,
    fused: 0,
  },
};

/**
 * What is added where the question asks what somebody says: words that are known to be theirs answer it more
 * often than the reader tells, others hardly ever. Chosen on the 47 questions of `reader-dev` that ask so.
 */
const SPEAKER_SHIFT = { attributed: 0.25, unattributed: -0.65 } as const;

/** Below it nothing is answered: few answerable questions are, and most of the others. */
export const MIN_CONFIDENCE = 0.27;

/** Whether any sentence answers at all. */
const CONFIDENCE_MIXTURE: ConfidenceWeights = {
  bias: -0.0046,
  margin: 0.0302,
  answers: 0.3508,
  coverage: -0.2855,
};

/** The logit of the mixture: comparable over sentences and questions. */
export function mixSignals(signals: SentenceSignals, hasVectors: boolean): number {
  const weights: MixtureWeights = hasVectors ? SENTENCE_MIXTURE.vectors : SENTENCE_MIXTURE.plain;
  return (
    weights.bias +
    weights.similarity * signals.similarity +
    weights.answers * signals.answers +
    weights.margin * signals.margin +
    weights.coverage * signals.coverage +
    weights.fused * signals.fused
  );
}

/** The logistic function. */
export function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

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
