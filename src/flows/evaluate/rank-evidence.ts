// A question → its passages and their sentences, each as they are ranked.

import type { Evidence } from "../../model/evidence.ts";
import type { StoredPassage } from "../../model/passage.ts";
import type { Question } from "../../model/question.ts";
import type { RetrievalSettings } from "../../model/retrieval-settings.ts";
import type { SentenceScorer } from "../../ports/sentence-scorer.ts";
import { gatherRuns } from "../../stages/answer/gather-runs.ts";
import { type Candidate, rankSentences } from "../../stages/answer/rank-sentences.ts";
import { readQuestion } from "../../stages/answer/read-question.ts";
import { RANKINGS } from "../../stages/retrieve/name-rankings.ts";
import { type RetrievalPorts, retrieveEvidence } from "../retrieve-evidence.ts";

/** Deep enough to fill the largest budget of words with the shortest passages that are usual. */
const RANKED_PASSAGES = 60;

export interface RankingPorts extends RetrievalPorts {
  readonly scorer: SentenceScorer;
}

export interface EvidenceRanking {
  readonly passages: readonly StoredPassage[];
  readonly sentences: readonly Candidate[];
}

/** The sentences of this evidence in the order in which the built-in writer considers them. */
async function rankEvidenceSentences(
  evidence: Evidence,
  scorer: SentenceScorer,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const runs = gatherRuns(evidence);
  const scores = await scorer.scoreSentences(
    evidence.question.text,
    runs.map(({ text, spans, title }) => ({ text, sentences: spans, ...(title && { title }) })),
    signal,
  );
  const sentences = runs.flatMap((run, place) =>
    run.sentences.map((sentence, index) => {
      const { score, words } = scores[place]?.[index] ?? { score: 0, words: [] };
      return { ...sentence, score, words };
    }),
  );
  return rankSentences(readQuestion(evidence), sentences);
}

/**
 * Whole passages are ranked far below what a writer reads, for a budget of words; sentences are those of
 * the passages that a writer reads. Sentences cost a forward pass each, so they are left out where
 * nothing judges them.
 */
export async function rankEvidence(
  question: Question,
  ports: RankingPorts,
  {
    settings = RANKINGS.hybrid,
    withSentences,
  }: { settings?: RetrievalSettings | undefined; withSentences: boolean },
  signal?: AbortSignal,
): Promise<EvidenceRanking & { readonly evidence: Evidence }> {
  const evidence = await retrieveEvidence(question, ports, signal, {
    settings,
    limit: settings.focus ? undefined : RANKED_PASSAGES,
  });
  const passages = evidence.passages.map(({ passage }) => passage);
  if (!withSentences) return { evidence, passages, sentences: [] };
  const read = settings.focus
    ? evidence
    : await retrieveEvidence(question, ports, signal, { settings });
  const sentences = await rankEvidenceSentences(read, ports.scorer, signal);
  return { evidence, passages, sentences };
}
