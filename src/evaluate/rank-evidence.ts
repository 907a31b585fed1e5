// A question → its passages and sentences in the order in which they are ranked.

import type { Evidence, EvidenceSentence } from "../core/evidence.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { Question } from "../core/question.ts";
import type { RetrievalSettings } from "../core/retrieval-settings.ts";
import { findPassages, type RetrievalPorts } from "../search/find-passages.ts";
import { orderPassages } from "../search/order-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";

export interface EvidenceRanking {
  readonly evidence: Evidence;
  readonly passages: readonly StoredPassage[];
  /** None where the settings want nothing read. */
  readonly sentences: readonly EvidenceSentence[];
}

/** @throws PullquoteError what the ports throw */
export async function rankEvidence(
  question: Question,
  ports: RetrievalPorts & ReadingPorts,
  settings: RetrievalSettings,
  signal?: AbortSignal,
): Promise<EvidenceRanking> {
  const found = await findPassages(question, ports, signal, { settings });
  const evidence = await readEvidence(found, ports, signal, settings.read ? {} : { read: 0 });
  const passages = orderPassages(evidence).map(({ passage }) => passage);
  return { evidence, passages, sentences: evidence.sentences };
}
