// A question and runs of sentences → how well each sentence answers, token against token.

import type { SentenceRun, SentenceScore, SentenceScorer } from "../../ports/sentence-scorer.ts";
import { findWords } from "../../text/words.ts";
import { type EncodedRun, encodeRun } from "./encode-run.ts";
import { addRows, toUnitLength } from "./pool-vectors.ts";
import { rememberPasses } from "./remember-passes.ts";
import { dimensions, type TokenModel } from "./token-model.ts";
import { weighQuestionTokens } from "./weigh-question-tokens.ts";

/** The question, ready to be compared: token rows of unit length, their weights, their mean. */
interface EncodedQuestion {
  readonly rows: Float32Array;
  /** One a row, adding up to 1. */
  readonly weights: readonly number[];
  readonly mean: Float32Array;
  /** The rows of each word, in the question's order. */
  readonly words: readonly (readonly number[])[];
}

/**
 * What the sentence's own vector counts for, beside 1 for its tokens. It helped a little on some
 * questions and hurt a little on others, never by more than their number lets one tell.
 */
const cosineShare = 0.25;

/** A conversation's passages: 38 MB at the most. */
const rememberedPasses = 96;

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

interface TokenMatch {
  readonly value: number;
  /** The row of the run that it is a match with. */
  readonly row: number;
}

/** MaxSim (ColBERT, Khattab & Zaharia 2020): each question token's best match. */
const matchTokens = (
  question: EncodedQuestion,
  run: EncodedRun,
  from: number,
  to: number,
): readonly TokenMatch[] =>
  question.weights.map((_, token) => {
    let best = { value: -1, row: from };
    for (let row = from; row < to; row++) {
      const value = dot(question.rows, token, run.rows, row);
      if (value > best.value) best = { value, row };
    }
    return best;
  });

const clip = (value: number): number => Math.min(1, Math.max(0, value));

const averageWord = (matches: readonly TokenMatch[], rows: readonly number[]): number =>
  rows.length === 0
    ? 0
    : clip(rows.reduce((sum, row) => sum + (matches[row]?.value ?? 0), 0) / rows.length);

/** Where the match of a word's best token begins, from the sentence's beginning. */
const placeWord = (
  matches: readonly TokenMatch[],
  rows: readonly number[],
  run: EncodedRun,
  sentenceStart: number,
): number => {
  const best = rows
    .flatMap((row) => matches[row] ?? [])
    .reduce((one, other) => (other.value > one.value ? other : one), { value: -1, row: 0 });
  return Math.max(0, (run.starts[best.row] ?? 0) - sentenceStart);
};

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

const scoreRun = (
  question: EncodedQuestion,
  run: EncodedRun,
  spans: SentenceRun["sentences"],
): readonly SentenceScore[] =>
  run.sentences.map(({ from, to }, place) => {
    const none = question.words.map(() => 0);
    if (from >= to) return { score: 0, words: none, places: none };
    const matches = matchTokens(question, run, from, to);
    const tokens = matches.reduce(
      (sum, match, token) => sum + match.value * (question.weights[token] ?? 0),
      0,
    );
    const means = compareMeans(question, run, from, to);
    return {
      score: clip((tokens + cosineShare * means) / (1 + cosineShare)),
      words: question.words.map((rows) => averageWord(matches, rows)),
      places: question.words.map((rows) => placeWord(matches, rows, run, spans[place]?.start ?? 0)),
    };
  });

/**
 * The score of a sentence is the mean, 4 : 1, of its weighted MaxSim and of the cosine of its pooled
 * vector with the question's, floored at 0. It depends on question, title and run alone,
 * so it can be compared over runs; a question or sentence without any token scores 0.
 */
export const createLateInteractionScorer = (tokenModel: TokenModel): SentenceScorer => {
  const model = rememberPasses(tokenModel, rememberedPasses);
  const encodeQuestion = async (text: string, signal?: AbortSignal): Promise<EncodedQuestion> => {
    const { rows, sentences } = await encodeRun(
      model,
      { text, sentences: [{ start: 0, end: text.length }] },
      signal,
    );
    const pieces = await model.tokenize(text);
    const { ids, starts, ends } = pieces;
    const sum = new Float64Array(dimensions);
    addRows(sum, rows, 0, sentences[0]?.to ?? 0);
    const words = findWords(text).map((word) =>
      Array.from(ids.keys()).filter(
        (token) => (ends[token] ?? 0) > word.start && (starts[token] ?? 0) < word.end,
      ),
    );
    return { rows, weights: weighQuestionTokens(text, pieces), mean: toUnitLength(sum), words };
  };

  return {
    async scoreSentences(question, runs, signal) {
      const encoded = await encodeQuestion(question, signal);
      const scores: (readonly SentenceScore[])[] = [];
      for (const run of runs) {
        scores.push(scoreRun(encoded, await encodeRun(model, run, signal), run.sentences));
      }
      return scores;
    },
  };
};
