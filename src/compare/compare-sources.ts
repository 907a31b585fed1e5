// A question → every position that articles take on it, verified, or an honest abstention.

import { AnswerBuilder } from "../answer/answer-builder.ts";
import type { OutcomePorts } from "../answer/answer-question.ts";
import { concludeInTime } from "../answer/conclude-in-time.ts";
import type { AnswerOutcome } from "../core/answer.ts";
import type { Filters } from "../core/question.ts";
import { identifyCorpus, requireIndex } from "../corpus/review-index.ts";
import { readQuestionTime } from "../question/read-question-time.ts";
import { filterBySpeaker } from "../search/filter-by-speaker.ts";
import {
  type SearchRound,
  searchInTimeRange,
  type TimedSearch,
} from "../search/search-in-time-range.ts";
import { type ComparisonPorts, compareEvidence, type FoundComparison } from "./compare-evidence.ts";

const NOTHING_FOUND = "The articles take no position that can be compared.";

export interface ComparisonAsked {
  readonly filters: Filters;
  /** As in a question that is asked. */
  readonly today?: string | undefined;
}

/** @throws PullquoteError what the ports throw */
export async function compareSources(
  text: string,
  { filters, today }: ComparisonAsked,
  ports: OutcomePorts,
  signal?: AbortSignal,
): Promise<AnswerOutcome> {
  await requireIndex(ports.store, ports.embedder);
  const { question, time } = readQuestionTime(text, text, filters, today);
  const search = await searchInTimeRange(question, time, ports, signal, {
    filter: filterBySpeaker(question, ports.source, signal),
  });
  const { round, compared } = await compareInTime(search, ports, signal);
  const { evidence, comparison, closest } = compared;
  const builder = new AnswerBuilder(evidence, ports, Number.POSITIVE_INFINITY);
  await builder.takeComparison(comparison);
  const detail = NOTHING_FOUND;
  await builder.take({ kind: "abstention", reason: "missing-answer-type", detail, closest });
  return {
    ...(await concludeInTime(await builder.conclude(), search, round, ports.store)),
    corpus: await identifyCorpus(ports.store),
  };
}

/** Of what tells of the time asked for; where nobody takes a position there, of what nobody can place. */
async function compareInTime(
  { found, filtered, handled }: TimedSearch,
  ports: ComparisonPorts,
  signal: AbortSignal | undefined,
): Promise<{ readonly round: SearchRound; readonly compared: FoundComparison }> {
  const told = filtered?.told ?? found;
  const compared = await compareEvidence(told, ports, { care: "wide" }, signal);
  const round = { found: told, basis: handled?.basis ?? "told" };
  if (filtered === undefined || compared.comparison !== undefined) return { round, compared };
  const wider = await compareEvidence(filtered.wider, ports, { care: "wide" }, signal);
  if (wider.comparison === undefined) return { round, compared };
  return { round: { found: filtered.wider, basis: "untold" }, compared: wider };
}
