// One question with an answer → it is searched, and the ranking scored.

import { readArticles } from "../corpus/read-articles.ts";
import { verifyExcerpts } from "../quote/verify-excerpts.ts";
import type { ScoreQuestion } from "./evaluation-ports.ts";
import { rankEvidence } from "./rank-evidence.ts";
import { scoreRetrieval } from "./score-retrieval.ts";

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
