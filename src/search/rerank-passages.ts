// Fused passages and the question → passages and their sentences, in the order of both legs' word.

import type { ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { QuestionTerm } from "../core/question.ts";
import type { AskedThing } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { holdsPhrase } from "../english/quoted-phrases.ts";
import { weighTerm } from "../text/similarity.ts";
import { countTerms } from "./count-terms.ts";
import { scoreWords } from "./score-words.ts";

/** A sentence of a passage that was found. */
export interface ScoredSentence extends Span {
  readonly found: ScoredPassage;
  /** Comparable within one question. */
  readonly score: number;
}

/** Both best first. */
export interface RankedCandidates {
  readonly passages: readonly ScoredPassage[];
  readonly sentences: readonly ScoredSentence[];
}

export interface RerankedQuestion {
  readonly things: readonly AskedThing[];
  readonly phrases: readonly string[];
  readonly terms: readonly QuestionTerm[];
  /** By article id. */
  readonly articles: ReadonlyMap<string, ArticleRecord>;
}

/** What the vectors count for, beside words that are wholly believed. */
const DENSE_SHARE = 0.5;
const NEARNESS_SHARE = 0.5;

/**
 * A word that many of the passages found hold is in many more that were not: what is found is taken
 * for a part of so many times as much. Ranked as the whole corpus's own counts did.
 */
const UNSEEN_FACTOR = 4;

/**
 * The score is the words' score, as far as the words are to be believed for this question, plus the
 * place of the passage's vector between the farthest found and the nearest.
 */
export function rerankPassages(
  found: readonly ScoredPassage[],
  question: RerankedQuestion,
): RankedCandidates {
  const counted = countTerms(found, question.articles, listStems(question));
  const among = found.length * UNSEEN_FACTOR;
  const weights = question.terms.map(({ passages }) => weighTerm(passages, among));
  const words = scoreWords(counted, weights, weighParts(question, weights));
  const dense = placeVectors(found);
  const { phrases } = question;
  const scoreAt = (level: "passages" | "sentences", place: number, passage: number): number =>
    words.belief * (words[level][place] ?? 0) + DENSE_SHARE * (dense[passage] ?? 0);
  const passages = found.map((scored, place) => ({
    ...scored,
    score: scoreAt("passages", place, place) + scorePhrases(scored.passage.text, phrases),
  }));
  const sentences = counted.sentences.flatMap(({ start, end, passage }, place) => {
    const owner = passages[passage];
    if (owner === undefined) return [];
    const from = owner.passage.start;
    const phrased = scorePhrases(owner.passage.text.slice(start - from, end - from), phrases);
    const near = NEARNESS_SHARE * (found[passage]?.nearness?.get(start) ?? 0);
    const score = scoreAt("sentences", place, passage) + near + phrased;
    return [{ start, end, found: owner, score }];
  });
  return { passages: passages.sort(compareScores), sentences: sentences.sort(compareScores) };
}

/** The share of the quoted phrases that the text holds, to a whole point: readers quote what must be there. */
function scorePhrases(text: string, phrases: readonly string[]): number {
  if (phrases.length === 0) return 0;
  return phrases.filter((phrase) => holdsPhrase(text, phrase)).length / phrases.length;
}

const compareScores = (one: { score: number }, other: { score: number }): number =>
  other.score - one.score;

const listStems = ({ terms }: RerankedQuestion): string[] => terms.map(({ stem }) => stem);

/** The terms' weights part by part; none for a question about one thing. */
function weighParts(question: RerankedQuestion, weights: readonly number[]): number[][] {
  const { things } = question;
  if (things.length < 2) return [];
  const stems = listStems(question);
  return things.map(({ stems: part }) =>
    weights.map((weight, place) => (part.has(stems[place] ?? "") ? weight : 0)),
  );
}

/** 1 for the nearest vector, 0 for the farthest found and for those that the dense leg did not find. */
function placeVectors(found: readonly ScoredPassage[]): number[] {
  const known = found.flatMap(({ legs }) => legs.dense ?? []);
  const best = Math.max(...known);
  const spread = best - Math.min(...known);
  return found.map(({ legs: { dense } }) => {
    if (dense === undefined) return 0;
    return spread > 0 ? 1 - (best - dense) / spread : 1;
  });
}
