// A question → every position that articles take on it, verified, or an honest abstention.

import type { OutcomePorts } from "../answer/answer-question.ts";
import { concludeInTime } from "../answer/conclude-in-time.ts";
import { DraftDesk } from "../answer/draft-desk.ts";
import type { AnswerOutcome } from "../core/answer.ts";
import type { Filters } from "../core/question.ts";
import { identifyCorpus, requireIndex } from "../corpus/review-index.ts";
import { readQuestionTime } from "../question/read-question-time.ts";
import { siftBySpeaker } from "../search/keep-speaker.ts";
import { type SearchRound, searchInTime, type TimedSearch } from "../search/search-in-time.ts";
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
  const search = await searchInTime(question, time, ports, signal, {
    sift: siftBySpeaker(question, ports.source, signal),
  });
  const { round, compared } = await compareInTime(search, ports, signal);
  const { evidence, comparison, closest } = compared;
  const desk = new DraftDesk(evidence, ports, Number.POSITIVE_INFINITY);
  await desk.takeComparison(comparison);
  const detail = NOTHING_FOUND;
  await desk.take({ kind: "abstention", reason: "missing-answer-type", detail, closest });
  return {
    ...concludeInTime(await desk.conclude(), search, round),
    ...(ports.digest !== undefined && { corpus: await identifyCorpus(ports.store, ports.digest) }),
  };
}

/** Of what tells of the time asked for; where nobody takes a position there, of what nobody can place. */
async function compareInTime(
  { found, sifted, handled }: TimedSearch,
  ports: ComparisonPorts,
  signal: AbortSignal | undefined,
): Promise<{ readonly round: SearchRound; readonly compared: FoundComparison }> {
  const told = sifted?.told ?? found;
  const compared = await compareEvidence(told, ports, { care: "wide" }, signal);
  const round = { found: told, basis: handled?.basis ?? "told" };
  if (sifted === undefined || compared.comparison !== undefined) return { round, compared };
  const wider = await compareEvidence(sifted.wider, ports, { care: "wide" }, signal);
  if (wider.comparison === undefined) return { round, compared };
  return { round: { found: sifted.wider, basis: "untold" }, compared: wider };
}
