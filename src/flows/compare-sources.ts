// A question → every position that articles take on it, verified, or an honest abstention.

import type { AnswerOutcome } from "../model/answer.ts";
import type { Filters, Question } from "../model/question.ts";
import type { SentenceScorer } from "../ports/sentence-scorer.ts";
import type { AnswerPorts } from "./answer-question.ts";
import { compareEvidence } from "./compare-evidence.ts";
import { DraftDesk } from "./draft-desk.ts";
import { identifyCorpus } from "./identify-corpus.ts";
import { siftBySpeaker } from "./keep-speaker.ts";
import { requireIndex } from "./require-index.ts";
import { cutEvidence, findPassages } from "./retrieve-evidence.ts";

const NOTHING_COMPARABLE =
  "The question asks for nothing that can be compared: an amount, a date, a name, a place, a kind of thing, who says something, or yes or no.";
const NOTHING_FOUND = "The articles take no position that can be compared.";

/** @throws PullquoteError what the ports throw */
export async function compareSources(
  text: string,
  filters: Filters,
  ports: AnswerPorts & { readonly scorer: SentenceScorer },
  signal?: AbortSignal,
): Promise<AnswerOutcome> {
  await requireIndex(ports.store, ports.embedder);
  const question: Question = { asked: text, text, filters };
  const found = await findPassages(question, ports, signal, {
    sift: siftBySpeaker(question, ports.source, signal),
  });
  const compared = await compareEvidence(found, ports, "wide", signal);
  const evidence = compared?.evidence ?? (await cutEvidence(found, ports.store));
  const desk = new DraftDesk(evidence, ports, Number.POSITIVE_INFINITY);
  await desk.takeComparison(compared?.comparison);
  const detail = compared === undefined ? NOTHING_COMPARABLE : NOTHING_FOUND;
  const closest = compared?.closest ?? [];
  await desk.take({ kind: "abstention", reason: "missing-answer-type", detail, closest });
  return {
    ...(await desk.conclude()),
    ...(ports.digest !== undefined && { corpus: await identifyCorpus(ports.store, ports.digest) }),
  };
}
