// A question and runs of sentences → how well each sentence answers, token against token.

import type { SentenceScorer } from "../../ports/sentence-scorer.ts";
import { type EncodedRun, encodeRun } from "./encode-run.ts";
import { addRows, toUnitLength } from "./pool-vectors.ts";
import { dimensions, type TokenModel } from "./token-model.ts";
import { weighQuestionTokens } from "./weigh-question-tokens.ts";

/** The question, ready to be compared: token rows of unit length, their weights, their mean. */
interface EncodedQuestion {
  readonly rows: Float32Array;
  /** One a row, adding up to 1. */
  readonly weights: readonly number[];
  readonly mean: Float32Array;
}

/** What the sentence's own vector counts for, beside 1 for its tokens. */
const cosineShare = 0.5;

const dot = (
  left: Float32Array,
  leftRow: number,
  right: Float32Array,
  rightRow: number,
): number => {
  let sum = 0;
  const leftStart = leftRow * dimensions;
  const rightStart = rightRow * dimensions;
  for (let column = 0; column < dimensions; column++) {
    sum += (left[leftStart + column] ?? 0) * (right[rightStart + column] ?? 0);
  }
  return sum;
};

/** MaxSim (ColBERT, Khattab & Zaharia 2020): each question token's best match, weighted. */
const compareTokens = (
  question: EncodedQuestion,
  run: EncodedRun,
  from: number,
  to: number,
): number =>
  question.weights.reduce((sum, weight, token) => {
    let best = -1;
    for (let row = from; row < to; row++)
      best = Math.max(best, dot(question.rows, token, run.rows, row));
    return sum + weight * best;
  }, 0);

const compareMeans = (
  question: EncodedQuestion,
  run: EncodedRun,
  from: number,
  to: number,
): number => {
  const sum = new Float64Array(dimensions);
  addRows(sum, run.rows, from, to);
  return dot(question.mean, 0, toUnitLength(sum), 0);
};

const scoreRun = (question: EncodedQuestion, run: EncodedRun): readonly number[] =>
  run.sentences.map(({ from, to }) => {
    if (from >= to) return 0;
    const tokens = compareTokens(question, run, from, to);
    const means = compareMeans(question, run, from, to);
    return Math.min(1, Math.max(0, (tokens + cosineShare * means) / (1 + cosineShare)));
  });

/**
 * The score of a sentence is the mean, 2 : 1, of its weighted MaxSim and of the cosine of its pooled
 * vector with the question's, floored at 0. It depends on question, title and run alone,
 * so it can be compared over runs; a question or sentence without any token scores 0.
 */
export const createLateInteractionScorer = (model: TokenModel): SentenceScorer => {
  const encodeQuestion = async (text: string, signal?: AbortSignal): Promise<EncodedQuestion> => {
    const { rows, sentences } = await encodeRun(
      model,
      { text, sentences: [{ start: 0, end: text.length }] },
      signal,
    );
    const { ids } = await model.tokenize(text);
    const sum = new Float64Array(dimensions);
    addRows(sum, rows, 0, sentences[0]?.to ?? 0);
    return { rows, weights: weighQuestionTokens(ids), mean: toUnitLength(sum) };
  };

  return {
    async scoreSentences(question, runs, signal) {
      const encoded = await encodeQuestion(question, signal);
      const scores: (readonly number[])[] = [];
      for (const run of runs) scores.push(scoreRun(encoded, await encodeRun(model, run, signal)));
      return scores;
    },
  };
};
