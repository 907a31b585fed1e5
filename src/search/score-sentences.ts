// The signals of a sentence → how likely it is that the sentence answers.

import type { SentenceSignals } from "../core/evidence.ts";
import { type MixtureWeights, SENTENCE_MIXTURE } from "./mixture.ts";

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
