// Candidates → why they do not answer, or nothing.

import type { AbstentionReason } from "../../model/draft.ts";
import type { AnswerType } from "./find-answer-type.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";

/** What was missed, and by which signal, in a sentence for the reader. */
export interface Refusal {
  readonly reason: AbstentionReason;
  readonly detail: string;
}

/** A name that comes no nearer than this to any word of the evidence is not in it. */
const NAME_FLOOR = 0.48;
/** Mean nearness of the question's words to the evidence, below which the question is noise. */
const WORDS_FLOOR = 0.3;
/** A sentence's score and a part of its words' nearness together, below which it answers nothing. */
const NEARNESS_SHARE = 0.1;
const SUPPORT_FLOOR = 0.375;
/** What is left of the support when the question is refused: below any that is answered. */
const REFUSED_SHARE = 0.5;
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
    judgeSupport(candidates) ??
    judgeType(question, candidates)
  );
}

/** For each term its best match in all sentences. */
function measureBestMatches(
  { terms }: RankingQuestion,
  candidates: readonly Candidate[],
): readonly number[] {
  return terms.map((_, index) => Math.max(...candidates.map(({ matches }) => matches[index] ?? 0)));
}

function judgeNames({ terms }: RankingQuestion, best: readonly number[]): Refusal | undefined {
  const missed = terms.filter(
    ({ isName, passages }, index) => isName && passages === 0 && (best[index] ?? 0) < NAME_FLOOR,
  );
  if (missed.length === 0) return undefined;
  const names = missed.map(({ text }) => `“${text}”`).join(" or ");
  return { reason: "unknown-name", detail: `No article that was searched mentions ${names}.` };
}

function judgeWords({ terms }: RankingQuestion, best: readonly number[]): Refusal | undefined {
  if (average(best) >= WORDS_FLOOR) return undefined;
  const words = terms.map(({ text }) => `“${text}”`).join(", ");
  return { reason: "no-match", detail: `Nothing in the articles comes near to ${words}.` };
}

/**
 * How sure it is that one of the candidates answers, 0 to 1: the support that the best one gives,
 * half of it where a signal speaks against answering; 0 without candidates.
 */
export function measureConfidence(
  candidates: readonly Candidate[],
  refusal: Refusal | undefined,
): number {
  return Math.min(1, measureSupport(candidates)) * (refusal === undefined ? 1 : REFUSED_SHARE);
}

function measureSupport(candidates: readonly Candidate[]): number {
  return Math.max(
    0,
    ...candidates.map(({ score, matches }) => score + NEARNESS_SHARE * average(matches)),
  );
}

function judgeSupport(candidates: readonly Candidate[]): Refusal | undefined {
  const support = measureSupport(candidates);
  if (support >= SUPPORT_FLOOR) return undefined;
  const figures = `${support.toFixed(3)} where an answer needs ${SUPPORT_FLOOR.toFixed(3)}`;
  return { reason: "weak-evidence", detail: `The closest sentence scores ${figures}.` };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
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
