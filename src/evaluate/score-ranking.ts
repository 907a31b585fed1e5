// One answerable question and settings → its evidence as ranked, with its retrieval scores and the best passages.

import type { Evidence, EvidenceSentence, RetrievalSettings } from "../core/evidence.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { Question } from "../core/question.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { verifyExcerpts } from "../quote/verify-excerpts.ts";
import { findPassages, type RetrievalPorts } from "../search/find-passages.ts";
import { orderPassages } from "../search/order-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";
import type { ScoreQuestion } from "./evaluation-ports.ts";
import { scoreRetrieval } from "./score-retrieval.ts";

/** A question → its passages and their sentences, each as they are ranked. */
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

/** Passages that a trace shows. */
const SHOWN = 10;

export const scoreRankingOf: ScoreQuestion = async (
  question,
  evidence,
  settings,
  ports,
  signal,
) => {
  const { question: text, filters } = question;
  const ranking = await rankEvidence({ asked: text, text, filters }, ports, settings, signal);
  const shown = ranking.passages.slice(0, SHOWN);
  const articleIds = shown.map(({ articleId }) => articleId);
  const files = await readArticles(ports.source, articleIds, signal);
  const digests = new Map(shown.map(({ articleId, articleSha256 }) => [articleId, articleSha256]));
  return {
    scores: scoreRetrieval(ranking, evidence, question.evidence),
    trace: { kind: "ranking", passages: verifyExcerpts(shown, { files, digests }) },
  };
};
