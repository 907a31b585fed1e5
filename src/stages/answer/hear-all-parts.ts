// A question that asks two things, its sentences and those chosen → with one on each thing that is asked.

import { findWords } from "../../text/words.ts";
import { findAnswerType } from "./find-answer-type.ts";
import {
  type Candidate,
  type RankingQuestion,
  rankSentences,
  type ScoredSentence,
} from "./rank-sentences.ts";

/** Where one question ends and another begins. */
const JOINT =
  /(?:\?|,? (?:and|or|but))\s+(?=(?:(?:in|by|from|to|for|at|of|on|with) )?(?:who(?:se|m)?|what|when|where|why|which|how)\b)/giu;
/** Least coverage of a part's own words by the sentence that answers it. */
const PART_COVERAGE = 0.6;
/** Least share of the best rank that the part's best sentence has among all. */
const PART_SHARE = 0.85;

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The best fitting sentence on each part that none of those chosen is on, where one has most of the part's
 * words. As given for a question that asks one thing.
 */
export function hearAllParts(
  question: RankingQuestion,
  sentences: readonly ScoredSentence[],
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const parts = listParts(question.text);
  if (parts.length < 2) return chosen;
  const heard = [...chosen];
  for (const part of parts) {
    const ranked = rankPart(question, part, sentences);
    const isOn = ({ isFitting, coverage }: Candidate): boolean =>
      isFitting && coverage >= PART_COVERAGE;
    const best = ranked.find(isOn);
    if (best === undefined) continue;
    const floor = best.rank * PART_SHARE;
    const hasAnswer = ranked.some(
      (candidate) => isOn(candidate) && candidate.rank >= floor && heard.some(isSame(candidate)),
    );
    if (!hasAnswer) heard.push(best);
  }
  return heard;
}

function isSame({ articleId, start }: Candidate): (other: Candidate) => boolean {
  return (other) => other.articleId === articleId && other.start === start;
}

function listParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const joint of text.matchAll(JOINT)) {
    parts.push({ text: text.slice(start, joint.index), start, end: joint.index });
    start = joint.index + joint[0].length;
  }
  return [...parts, { text: text.slice(start), start, end: text.length }];
}

/** As if only the part were asked: its words, its kind of answer. */
function rankPart(
  question: RankingQuestion,
  part: Part,
  sentences: readonly ScoredSentence[],
): Candidate[] {
  const asked = findWords(question.text);
  const places = asked.flatMap(({ start, end }, place) =>
    start >= part.start && end <= part.end ? [place] : [],
  );
  const own = new Set(places.flatMap((place) => asked[place]?.text.split("-") ?? []));
  const terms = question.terms.filter(({ text }) => own.has(text));
  const scored = sentences.map((sentence) => {
    const near = places.map((place) => sentence.words[place] ?? 0);
    return { ...sentence, score: near.reduce((sum, value) => sum + value, 0) / near.length };
  });
  const type = findAnswerType(part.text);
  return rankSentences({ ...question, terms, type, form: { kind: "plain" } }, scored);
}
