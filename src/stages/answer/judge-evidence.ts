// Candidates → why they do not answer, or nothing.

import type { AbstentionReason } from "../../model/draft.ts";
import { weighTerm } from "../../text/term-weight.ts";
import type { AnswerType } from "./find-answer-type.ts";
import { averageWeighted, type Candidate, type RankingQuestion } from "./rank-sentences.ts";

/** What was missed, and by which signal, in a sentence for the reader. */
export interface Refusal {
  readonly reason: AbstentionReason;
  readonly detail: string;
}

/** Candidates whose words are looked at, best first. */
const READ = 8;
/** A word that comes no nearer than this to any word read is not met. */
const NAME_FLOOR = 0.55;
const WORD_FLOOR = 0.45;
const SCORE_FLOOR = 0.27;
const COVERAGE_FLOOR = 0.55;
/** How near to the best rank a sentence of the wanted kind must come. */
const TYPE_SHARE = 0.6;

const TYPE_NAMES: Readonly<Record<AnswerType, string>> = {
  quantity: "an amount",
  change: "an amount that changed",
  date: "a date",
  identity: "a person",
  any: "an answer",
};

/** The first signal that speaks against answering, in the order from the plainest to the finest. */
export function judgeEvidence(
  question: RankingQuestion,
  candidates: readonly Candidate[],
): Refusal | undefined {
  if (question.terms.length === 0) {
    return { reason: "unclear-question", detail: "The question names no subject to search for." };
  }
  if (candidates.length === 0) {
    return { reason: "no-match", detail: "No passage matches any word of the question." };
  }
  const best = measureBestMatches(question, candidates);
  return (
    judgeNames(question, best) ??
    judgeWords(question, best) ??
    judgeScore(candidates) ??
    judgeType(question, candidates)
  );
}

/** For each term its best match in the sentences read. */
function measureBestMatches(
  { terms }: RankingQuestion,
  candidates: readonly Candidate[],
): readonly number[] {
  const read = candidates.slice(0, READ);
  return terms.map((_, index) => Math.max(...read.map(({ matches }) => matches[index] ?? 0)));
}

function judgeNames({ terms }: RankingQuestion, best: readonly number[]): Refusal | undefined {
  const missed = terms.filter(
    ({ isName, passages }, index) => isName && passages === 0 && (best[index] ?? 0) < NAME_FLOOR,
  );
  if (missed.length === 0) return undefined;
  const names = missed.map(({ text }) => `“${text}”`).join(" and ");
  return { reason: "unknown-name", detail: `No article that was searched mentions ${names}.` };
}

function judgeWords(
  { terms, found }: RankingQuestion,
  best: readonly number[],
): Refusal | undefined {
  const weights = terms.map(({ passages }) => weighTerm(passages, found));
  const met = best.map((match) => (match >= WORD_FLOOR ? match : 0));
  if (averageWeighted(met, weights) >= COVERAGE_FLOOR) return undefined;
  const missed = terms.filter((_, index) => met[index] === 0).map(({ text }) => `“${text}”`);
  const words = missed.length === 0 ? "the question's words together" : missed.join(", ");
  return { reason: "weak-evidence", detail: `No sentence comes near to ${words}.` };
}

function judgeScore([first]: readonly Candidate[]): Refusal | undefined {
  if (first === undefined || first.score >= SCORE_FLOOR) return undefined;
  const score = first.score.toFixed(2);
  return {
    reason: "weak-evidence",
    detail: `The closest sentence scores ${score}; an answer needs ${SCORE_FLOOR.toFixed(2)}.`,
  };
}

function judgeType(
  { type }: RankingQuestion,
  candidates: readonly Candidate[],
): Refusal | undefined {
  const top = candidates[0]?.rank ?? 0;
  if (candidates.some(({ isFitting, rank }) => isFitting && rank >= top * TYPE_SHARE)) {
    return undefined;
  }
  return {
    reason: "missing-answer-type",
    detail: `The question asks for ${TYPE_NAMES[type]}, and no sentence near to it holds one.`,
  };
}
