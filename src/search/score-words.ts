// Counted passages, what each term weighs, the question's parts → how well the words meet the question.

import type { CountedPassages, CountedSentence, TermCounts } from "./count-terms.ts";

/** Robertson's usual constants, those of the full-text leg too. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/**
 * Okapi BM25 (Robertson and Zaragoza 2009) of each text for the terms whose weight is above 0. Lengths
 * are compared with the mean over the texts given.
 * @param weights one a term
 */
function scoreTerms(texts: readonly TermCounts[], weights: readonly number[]): number[] {
  const whole = texts.reduce((sum, { length }) => sum + length, 0);
  const mean = Math.max(1, whole / Math.max(1, texts.length));
  return texts.map(({ counts, length }) => {
    const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / mean));
    return counts.reduce(
      (sum, count, place) =>
        count === 0
          ? sum
          : sum + ((weights[place] ?? 0) * count * (SATURATION + 1)) / (count + norm),
      0,
    );
  });
}

/** Each score over the best; all 0 where none is above 0. */
function takeShares(scores: readonly number[]): number[] {
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  return best > 0 ? scores.map((score) => Math.max(0, score) / best) : scores.map(() => 0);
}

export interface WordScores {
  /** One a sentence and one a passage, from 0 up: a few times 1, for the best that was found. */
  readonly sentences: readonly number[];
  readonly passages: readonly number[];
  /** How far these scores are to be believed for this question, 0 to 1. */
  readonly belief: number;
}

/** What counts beside a text's own words, which count 1. */
const ARTICLE_SHARE = 0.6;
const PASSAGE_SHARE = 0.5;
const SENTENCE_SHARE = 0.3;
const PART_SHARE = 0.5;
const NEIGHBOUR_SHARE = 0.2;

/**
 * The information, in nats, that a passage and the question must share for the words to be half
 * believed: three rare words or so. Less can be chance, or a question put in words of its own.
 */
const HALF_BELIEVED = 15;

/**
 * For a sentence: its own words and its neighbours', those of its article (a sentence of the right
 * article deserves more), of its passage, and the best that one part of the question finds in it.
 * A passage also has a share of its best sentence.
 * @param parts for each part of a question in parts, the terms' weights, 0 for those of other parts
 */
export function scoreWords(
  counted: CountedPassages,
  weights: readonly number[],
  parts: readonly (readonly number[])[],
): WordScores {
  const { sentences, passages } = counted;
  const whole = scoreSentences(counted, weights);
  const ofParts = parts.map((part) => scoreSentences(counted, part).scores);
  const bestPart = sentences.map((_, place) =>
    Math.max(0, ...ofParts.map((scores) => scores[place] ?? 0)),
  );
  const own = takeShares(scoreTerms(passages, weights));
  const best = passages.map(() => ({ own: 0, part: 0 }));
  for (const [place, { passage }] of sentences.entries()) {
    const most = best[passage];
    if (most === undefined) continue;
    most.own = Math.max(most.own, whole.own[place] ?? 0);
    most.part = Math.max(most.part, bestPart[place] ?? 0);
  }
  return {
    sentences: sentences.map(
      ({ passage }, place) =>
        (whole.scores[place] ?? 0) +
        PASSAGE_SHARE * (own[passage] ?? 0) +
        PART_SHARE * (bestPart[place] ?? 0),
    ),
    passages: best.map(
      (most, place) =>
        (own[place] ?? 0) +
        (whole.ofArticle[place] ?? 0) +
        SENTENCE_SHARE * most.own +
        PART_SHARE * most.part,
    ),
    belief: judgeWords(counted, weights),
  };
}

interface SentenceScores {
  /** Each sentence's words with its neighbours', a share of the best. */
  readonly own: readonly number[];
  /** The article's share, one a passage. */
  readonly ofArticle: readonly number[];
  /** Both together, one a sentence. */
  readonly scores: readonly number[];
}

function scoreSentences(counted: CountedPassages, weights: readonly number[]): SentenceScores {
  const shares = takeShares(scoreTerms([...counted.articles.values()], weights));
  const ids = [...counted.articles.keys()];
  const articles = new Map(ids.map((id, place) => [id, shares[place] ?? 0]));
  const ofArticle = counted.articleIds.map((id) => ARTICLE_SHARE * (articles.get(id) ?? 0));
  const alone = scoreTerms(counted.sentences, weights);
  const own = takeShares(addNeighbours(counted.sentences, alone));
  const scores = counted.sentences.map(
    ({ passage }, place) => (own[place] ?? 0) + (ofArticle[passage] ?? 0),
  );
  return { own, ofArticle, scores };
}

/** What stands beside a good sentence often belongs to it. */
function addNeighbours(sentences: readonly CountedSentence[], scores: readonly number[]): number[] {
  const scoreAt = (place: number, passage: number): number =>
    sentences[place]?.passage === passage ? (scores[place] ?? 0) : 0;
  return sentences.map(
    ({ passage }, place) =>
      (scores[place] ?? 0) +
      NEIGHBOUR_SHARE * (scoreAt(place - 1, passage) + scoreAt(place + 1, passage)),
  );
}

/** Idf adds up to information: what the passage that holds most of the question's terms holds of it. */
function judgeWords({ passages }: CountedPassages, weights: readonly number[]): number {
  const held = passages.map(({ counts }) =>
    counts.reduce((sum, count, place) => sum + (count > 0 ? (weights[place] ?? 0) : 0), 0),
  );
  const most = Math.max(0, ...held) ** 2;
  return most / (most + HALF_BELIEVED ** 2);
}
