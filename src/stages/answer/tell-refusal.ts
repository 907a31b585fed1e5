// A question, the sentence nearest to it and what that lacks → why nothing answers, in a sentence for the reader.

import type { AbstentionReason } from "../../model/draft.ts";
import type { QuestionTerm } from "../../model/question.ts";
import { type AnswerType, namesKind } from "./find-answer-type.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";

/** What was missed, and by which signal, in a sentence for the reader. */
export interface Refusal {
  readonly reason: AbstentionReason;
  readonly detail: string;
}

/** A word that comes no nearer than this is not spoken of. */
export const MISSED = 0.45;

/** As in "the question asks for …". */
export const TYPE_NAMES: Readonly<Record<AnswerType, string>> = {
  quantity: "an amount",
  change: "an amount that changed",
  age: "an age",
  duration: "a length of time",
  date: "a date",
  place: "a place",
  reason: "a reason",
  identity: "a person",
  denial: "a denial",
  leader: "who is at the head",
  any: "an answer",
};

/** Nothing to tell where the sentence has no word of the question, or all of them. */
export function tellNotSaid(
  question: RankingQuestion,
  best: Candidate,
  { floor, figures = "" }: { readonly floor: number; readonly figures?: string },
): Refusal | undefined {
  const [spoken, missed] = splitTerms(question, best, floor);
  if (spoken === "" || missed === "") return tellNoType(question, best, figures);
  const detail = `The articles speak of ${spoken}, but no sentence on that says anything of ${missed}${figures}.`;
  return { reason: "not-said", detail };
}

/** The names are in the articles, but nowhere near the kind of thing that is asked for. */
function tellNoType(
  { terms, type }: RankingQuestion,
  { matches }: Candidate,
  figures: string,
): Refusal | undefined {
  const names = terms.filter(
    ({ isName, passages }, index) => isName && passages > 0 && (matches[index] ?? 0) < MISSED,
  );
  if (names.length === 0 || type === "any") return undefined;
  const detail = `The articles speak of ${listTerms(names, "and")}, but no sentence on that holds ${TYPE_NAMES[type]}${figures}.`;
  return { reason: "missing-answer-type", detail };
}

/** What the sentence has word for word, the names alone where it has any, and what it lacks. */
function splitTerms(
  { terms }: RankingQuestion,
  { matches }: Candidate,
  floor: number,
): [string, string] {
  const spoken = terms.filter(({ text }, index) => matches[index] === 1 && !namesKind(text));
  const names = spoken.filter(({ isName }) => isName);
  const missed = terms.filter((_, index) => (matches[index] ?? 0) < floor);
  return [listTerms(names.length > 0 ? names : spoken, "and"), listTerms(missed, "or")];
}

/** Words of the question that a refusal repeats at most. */
const MOST_TOLD = 4;

/** “Ghent”, “ferry” and “fares”. */
export function listTerms(terms: readonly QuestionTerm[], joint: string): string {
  const told = terms.slice(0, MOST_TOLD).map(({ text }) => `“${text}”`);
  const last = told.pop() ?? "";
  return told.length === 0 ? last : `${told.join(", ")} ${joint} ${last}`;
}
