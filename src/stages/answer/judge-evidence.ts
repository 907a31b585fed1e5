// Candidates → why they do not answer, or nothing.

import { isStrict, saysOnlyKind } from "./find-answer-type.ts";
import { judgeFarNames, judgeNames } from "./judge-names.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";
import { MISSED, type Refusal, TYPE_NAMES, tellNotSaid } from "./tell-refusal.ts";

/** Mean nearness of the question's words to the evidence, below which the question is noise. */
const WORDS_FLOOR = 0.3;
/**
 * What a sentence's nearness, the words that say what is asked, and the names count for in its
 * support. Chosen on all development sets together: a sentence on the right person or place that
 * says nothing of what is asked scores as high as one that answers in other words.
 */
const ASKED_SHARE = 2;
const NAMES_SHARE = 0.5;
/** From this mean match on, the asked words are met: nearer is no surer. */
const ASKED_ENOUGH = 0.45;
const WHOLE_SUPPORT = 1 + ASKED_SHARE * ASKED_ENOUGH + NAMES_SHARE;
/** Support, and score of the nearest sentence, below which nothing answers. */
const SCORE_FLOOR = 0.28;
const SUPPORT_FLOOR = 0.65;
/**
 * Least mean match of the asked words in a sentence that has the names; and least match of every
 * word in questions that another verb or another place turns into other questions: for instructions
 * ("how do I bake …"), and for who holds a post ("who is the president of …").
 */
const ASKED_FLOOR = 0.33;
const EXACT_FLOOR = 0.6;
const NAMES_MET = 0.75;
const EXACT =
  /^(?:and |but |so )?(?:how (?:do|does|can|should|could|would) (?:i|you|we|one)\b|how to\b|who(?: is|['’]s| was) (?:the|an?)\b)/i;
/** Candidates, the best first, that may give the support. */
const SUPPORTING = 8;
/** Words of a question that asks for one thing. */
const SHORT = 2;
/** What is left of the support when the question is refused: below any that is answered. */
const REFUSED_SHARE = 0.5;
/** Which candidate the best one's lead is taken over, and what the lead counts for. */
const STANDING_OUT = 6;
const LEAD_SHARE = 0.2;
/** How near to the best rank a sentence of the wanted kind must come. */
const TYPE_SHARE = 0.6;

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
    judgeType(question, candidates) ??
    judgeAsked(question, candidates) ??
    judgeFarNames(question, candidates.filter(({ isFitting }) => isFitting).slice(0, SUPPORTING)) ??
    judgeKeyWords(question, candidates) ??
    judgeSupport(question, candidates)
  );
}

/** For each term its best match in all sentences. */
function measureBestMatches(
  { terms }: RankingQuestion,
  candidates: readonly Candidate[],
): readonly number[] {
  return terms.map((_, index) => Math.max(...candidates.map(({ matches }) => matches[index] ?? 0)));
}

function judgeWords({ terms }: RankingQuestion, best: readonly number[]): Refusal | undefined {
  if (average(best) >= WORDS_FLOOR) return undefined;
  const words = terms.map(({ text }) => `“${text}”`).join(", ");
  return { reason: "no-match", detail: `Nothing in the articles comes near to ${words}.` };
}

/**
 * How sure it is that one of the candidates answers, 0 to 1: the support that the best one gives and
 * its lead over the sixth, if there is one (an answer stands out, what is only on the subject does not),
 * half of it where a signal speaks against answering; 0 without candidates.
 */
export function measureConfidence(
  candidates: readonly Candidate[],
  refusal: Refusal | undefined,
): number {
  const best = findSupport(candidates);
  const lead = (candidates[0]?.rank ?? 0) - (candidates[STANDING_OUT - 1]?.rank ?? 0);
  const support =
    best === undefined
      ? 0
      : (measureSupport(best) + LEAD_SHARE * Math.min(1, lead)) / (1 + LEAD_SHARE);
  return refusal === undefined ? support : support * REFUSED_SHARE;
}

/** 0 to 1: nearness, what is asked and names, weighed. A question without names lacks none. */
function measureSupport({ score, met: { names = 1, asked } }: Candidate): number {
  const askedMet = Math.min(asked ?? ASKED_ENOUGH, ASKED_ENOUGH);
  return (score + ASKED_SHARE * askedMet + NAMES_SHARE * names) / WHOLE_SUPPORT;
}

/** The candidate that supports an answer best, of those that fit where any does. */
function findSupport(candidates: readonly Candidate[]): Candidate | undefined {
  const fitting = candidates.filter(({ isFitting }) => isFitting);
  return (fitting.length > 0 ? fitting : candidates)
    .slice(0, SUPPORTING)
    .toSorted((one, other) => measureSupport(other) - measureSupport(one))[0];
}

/** The subject is there, and nothing near to it says what is asked: it is said which is which. */
function judgeAsked(
  question: RankingQuestion,
  candidates: readonly Candidate[],
): Refusal | undefined {
  const isExact = EXACT.test(question.text);
  if (!(isExact || question.terms.some(({ isName }) => isName))) return undefined;
  const onSubject = candidates
    .filter(({ isFitting, met }) => isFitting && (met.names ?? 1) >= NAMES_MET)
    .slice(0, SUPPORTING);
  const floor = isExact ? EXACT_FLOOR : ASKED_FLOOR;
  const lacksName = ({ matches }: Candidate): boolean =>
    question.terms.some(({ isName }, index) => isName && (matches[index] ?? 0) < NAMES_MET);
  const measure = (candidate: Candidate): number => {
    if (!isExact) return candidate.met.asked ?? 1;
    return lacksName(candidate) ? 0 : Math.min(...candidate.matches);
  };
  const best = onSubject.toSorted((one, other) => measure(other) - measure(one))[0];
  if (best === undefined || measure(best) >= floor) return undefined;
  return tellNotSaid(question, best, { floor });
}

/**
 * A short question after an amount or a date asks one thing: where one of its words is in none of the
 * passages, and nothing that may answer comes near to it, the others do not answer.
 */
function judgeKeyWords(
  question: RankingQuestion,
  candidates: readonly Candidate[],
): Refusal | undefined {
  const { terms, type } = question;
  const asked = terms.flatMap(({ text, isName }, index) =>
    isName || saysOnlyKind(type, text) ? [] : [index],
  );
  if (asked.length > SHORT || !isStrict(type) || type === "any") return undefined;
  const nearest = candidates.filter(({ isFitting }) => isFitting).slice(0, SUPPORTING);
  const [best] = nearest;
  const isMissed = asked.some(
    (index) =>
      terms[index]?.passages === 0 &&
      nearest.every(({ matches }) => (matches[index] ?? 0) < MISSED),
  );
  if (best === undefined || !isMissed) return undefined;
  return tellNotSaid(question, best, { floor: MISSED });
}

function judgeSupport(
  question: RankingQuestion,
  candidates: readonly Candidate[],
): Refusal | undefined {
  const best = findSupport(candidates);
  const support = best === undefined ? 0 : measureSupport(best);
  const nearest = Math.max(...candidates.map(({ score }) => score));
  if (nearest < SCORE_FLOOR) {
    const detail = `The nearest sentence scores ${nearest.toFixed(3)}, an answer needs ${SCORE_FLOOR.toFixed(3)}.`;
    return { reason: "weak-evidence", detail };
  }
  if (best === undefined || support >= SUPPORT_FLOOR) return undefined;
  const figures = `support ${support.toFixed(3)}, an answer needs ${SUPPORT_FLOOR.toFixed(3)}`;
  return (
    tellNotSaid(question, best, { floor: MISSED, figures: ` (${figures})` }) ?? {
      reason: "weak-evidence",
      detail: `No sentence comes near enough to the question (${figures}).`,
    }
  );
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
