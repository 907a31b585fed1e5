// Candidates, best first → the fewest that answer, from every article that adds something.

import { listQuantities } from "../../text/expressions.ts";
import { measureContainment } from "../../text/similarity.ts";
import type { AnswerType } from "./find-answer-type.ts";
import { findEnumeration } from "./find-enumeration.ts";
import type { QuestionForm } from "./find-question-form.ts";
import { hearBothSides } from "./hear-both-sides.ts";
import { pickWords } from "./pick-words.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";

/** Shares are of the best candidate's rank or coverage. */
interface SelectionSettings {
  /** Least rank of the first sentence of an article, and of each further one. */
  readonly firstShare: number;
  readonly furtherShare: number;
  /** Least coverage of the question's words. */
  readonly coverageShare: number;
}

/** Most sentences in all, and of one article. */
const LIMIT = 6;
const ARTICLE_LIMIT = 3;

/**
 * Where the answer has a form that can be seen (an amount, a date), holding it speaks for a
 * sentence, so that its words need to meet the question's less closely than where only words speak.
 */
const VISIBLE: SelectionSettings = { firstShare: 0.8, furtherShare: 0.9, coverageShare: 0.7 };
const PLAIN: SelectionSettings = { firstShare: 0.9, furtherShare: 0.9, coverageShare: 0.5 };
const SETTINGS: Readonly<Record<AnswerType, SelectionSettings>> = {
  change: { firstShare: 0.68, furtherShare: 0.9, coverageShare: 0.55 },
  quantity: VISIBLE,
  age: VISIBLE,
  duration: VISIBLE,
  date: VISIBLE,
  identity: { firstShare: 0.77, furtherShare: 0.9, coverageShare: 0.8 },
  place: PLAIN,
  reason: PLAIN,
  denial: PLAIN,
  leader: VISIBLE,
  any: PLAIN,
};
/** A list wants what is missing from it more than it minds what is not; so do somebody's words. */
const OPEN: SelectionSettings = { firstShare: 0.82, furtherShare: 0.82, coverageShare: 0.5 };

/** Least share of the best rank for the sentence right before or after the best: it goes on with it. */
const NEIGHBOUR_SHARE = 0.8;
/** Most code units of white space and marks between neighbours. */
const NEIGHBOUR_GAP = 4;
const OPEN_FORMS: readonly QuestionForm["kind"][] = ["list", "voices", "words"];

/** From this nearness on a term is met; below the other one it is missed. */
const MET = 0.6;
const MISSED = 0.5;
/** Least share of the best rank for a sentence that meets a term which those before it missed. */
const COMPLEMENT_SHARE = 0.88;
/** From this containment of stems on, two sentences say the same, unless their figures differ. */
const SAME_SHARE = 0.8;

type SelectedQuestion = Pick<RankingQuestion, "type" | "form" | "isSifted" | "publishers">;

/**
 * Best first. Only fitting candidates are taken; the first is the best of all that fit. A list
 * question that an article answers with an enumeration gets all its items and nothing else of that
 * article.
 *
 * @param dayOf given where of those that answer the newest are to be taken; "" for an unknown day.
 */
export function selectSentences(
  candidates: readonly Candidate[],
  question: SelectedQuestion,
  dayOf?: (candidate: Candidate) => string,
): readonly Candidate[] {
  const { type, form } = question;
  const fits = candidates.filter(({ isFitting }) => isFitting);
  const fitting = form.kind === "words" ? pickWords(fits, question.isSifted) : fits;
  const items = asksForList(type, form) ? findEnumeration(fitting) : [];
  const others = fitting.filter(({ articleId }) => articleId !== items[0]?.articleId);
  const [best] = fitting;
  if (best === undefined) return [];
  const chosen = items.length > 0 ? items.slice(0, LIMIT) : [best];
  for (const candidate of dayOf === undefined ? others : sortNewest(others, dayOf)) {
    const hasRoom =
      chosen.length < LIMIT &&
      countOf(candidate, chosen) < ARTICLE_LIMIT &&
      !chosen.some((other) => saysTheSame(candidate, other));
    if (hasRoom && addsTo(chosen, candidate, best, question)) chosen.push(candidate);
  }
  return form.kind === "sides"
    ? hearBothSides(chosen, fitting, { ...question, sides: form.sides })
    : chosen;
}

/** Of one day the better stays before the other. */
function sortNewest(
  candidates: readonly Candidate[],
  dayOf: (candidate: Candidate) => string,
): readonly Candidate[] {
  return candidates.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
}

/** All of somebody's words on what is asked; else what comes near the best, goes on with it or completes it. */
function addsTo(
  chosen: readonly Candidate[],
  candidate: Candidate,
  best: Candidate,
  { type, form, isSifted }: SelectedQuestion,
): boolean {
  if (form.kind === "words" && isSifted) return true;
  const settings = OPEN_FORMS.includes(form.kind) ? OPEN : SETTINGS[type];
  return (
    isClose(candidate, best, settings, countOf(candidate, chosen) === 0) ||
    goesOn(candidate, best) ||
    complements(candidate, chosen, best)
  );
}

/** "For what reasons do …" asks for a list too. */
function asksForList(type: AnswerType, form: QuestionForm): boolean {
  return form.kind === "list" || type === "reason";
}

function countOf({ articleId }: Candidate, chosen: readonly Candidate[]): number {
  return chosen.filter((other) => other.articleId === articleId).length;
}

function isClose(
  candidate: Candidate,
  best: Candidate,
  { firstShare, furtherShare, coverageShare }: SelectionSettings,
  isFirst: boolean,
): boolean {
  return (
    candidate.rank >= best.rank * (isFirst ? firstShare : furtherShare) &&
    candidate.coverage >= best.coverage * coverageShare &&
    meetsWhatBestMeets(candidate, best)
  );
}

/** An answer often takes two sentences; the second one has fewer of the question's words, the first has not. */
function goesOn(candidate: Candidate, best: Candidate): boolean {
  const [first, second] = candidate.start < best.start ? [candidate, best] : [best, candidate];
  return (
    candidate.articleId === best.articleId &&
    second.start - first.end <= NEIGHBOUR_GAP &&
    (second === candidate || meetsWhatBestMeets(candidate, best)) &&
    candidate.rank >= best.rank * NEIGHBOUR_SHARE
  );
}

/** A sentence about something else may score well by the rest of its words. */
function meetsWhatBestMeets(candidate: Candidate, best: Candidate): boolean {
  return best.matches.every(
    (match, index) =>
      match < MET || (candidate.matches[index] ?? 0) >= MISSED || !best.isTelling[index],
  );
}

/** Meets a telling term that all those before it missed. */
function complements(candidate: Candidate, chosen: readonly Candidate[], best: Candidate): boolean {
  if (candidate.rank < best.rank * COMPLEMENT_SHARE) return false;
  return candidate.matches.some(
    (match, index) =>
      match >= MET &&
      candidate.isTelling[index] === true &&
      chosen.every(({ matches }) => (matches[index] ?? 0) < MISSED),
  );
}

function saysTheSame(one: Candidate, other: Candidate): boolean {
  if (measureContainment(one.stems, other.stems) < SAME_SHARE) return false;
  const known = new Set(listQuantities(other.text));
  return listQuantities(one.text).every((quantity) => known.has(quantity));
}
