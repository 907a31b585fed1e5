// A sentence's matches and those close by → how far it meets the question's names, and what is asked of them.

import type { QuestionTerm } from "../../model/question.ts";
import { type AnswerType, saysOnlyKind } from "./find-answer-type.ts";
import type { EvidenceSentence } from "./gather-runs.ts";

/** How far a sentence meets the question's names, and the words that say what is asked of them. */
export interface MetTerms {
  /** Mean match of the names, here or close by; undefined where the question has none. */
  readonly names: number | undefined;
  /** Mean match here of the other words; undefined where there are none. */
  readonly asked: number | undefined;
  /** For each term its best match, here or close by. */
  readonly nearby: readonly number[];
}

interface AskedTerms {
  readonly terms: readonly QuestionTerm[];
  readonly runs: readonly (readonly string[])[];
  readonly type: AnswerType;
}

interface Matched extends EvidenceSentence {
  /** One a term of the question. */
  readonly matches: readonly number[];
}

/** Code units within which "he" or "the city" is likely to mean what was named. */
const REACH = 400;
/** Sentences before and behind that are looked at. */
const BEFORE = 2;
const BEHIND = 1;
/** A question with more asked words than this has several parts, which no one sentence meets. */
const MOST_ASKED = 6;

/**
 * `sentences` stand in the order of their articles; the one at `place` is judged. `runs` are the
 * question's names as stems; those in `voice` are met by whoever speaks the sentence. Of several
 * names the better half counts: a question about three reports is answered by a sentence each.
 */
export function measureMet(
  { terms, runs, type }: AskedTerms,
  sentences: readonly Matched[],
  place: number,
  voice: ReadonlySet<string> = new Set(),
): MetTerms {
  const own = sentences[place]?.matches ?? [];
  const close = listNearby(sentences, place);
  const nearby = terms.map((_, index) =>
    Math.max(0, ...close.map(({ matches }) => matches[index] ?? 0)),
  );
  const names = new Map(
    terms.flatMap(({ isName, stem }, index) =>
      isName && !voice.has(stem) ? [[stem, nearby[index] ?? 0]] : [],
    ),
  );
  const asked = terms.flatMap(({ isName, text, stem }, index) =>
    isName || voice.has(stem) || saysOnlyKind(type, text) ? [] : [own[index] ?? 0],
  );
  const best = asked.sort((one, other) => other - one).slice(0, MOST_ASKED);
  return { names: average(takeBetterHalf(runs, names)), asked: average(best), nearby };
}

function takeBetterHalf(
  runs: readonly (readonly string[])[],
  met: ReadonlyMap<string, number>,
): readonly number[] {
  const ofRuns = runs
    .map((run) => average(run.flatMap((stem) => met.get(stem) ?? [])))
    .filter((value) => value !== undefined)
    .sort((one, other) => other - one);
  return ofRuns.slice(0, Math.ceil(ofRuns.length / 2));
}

function listNearby(sentences: readonly Matched[], place: number): readonly Matched[] {
  const own = sentences[place];
  if (own === undefined) return [];
  return sentences
    .slice(Math.max(0, place - BEFORE), place + BEHIND + 1)
    .filter(
      ({ articleId, start, end }) =>
        articleId === own.articleId && own.start - end < REACH && start - own.end < REACH,
    );
}

function average(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
