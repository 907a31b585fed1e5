// A set's answerable questions + something that ranks → each question's scores.

import type {
  EvaluationQuestion,
  LocatedEvidence,
  ScoredQuestion,
} from "../../src/core/evaluation.ts";
import { readArticles } from "../../src/corpus/read-articles.ts";
import { locateEvidence } from "../../src/evaluate/locate-evidence.ts";
import { type EvaluationPorts, rankEvidence } from "../../src/evaluate/score-question.ts";
import { type Ranking, scoreRetrieval } from "../../src/evaluate/score-retrieval.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { RANKINGS, type RankingName } from "../../src/search/name-rankings.ts";

export type Rank = (question: EvaluationQuestion) => Promise<Ranking>;

export interface LocatedQuestion {
  readonly question: EvaluationQuestion;
  readonly evidence: readonly LocatedEvidence[];
}

/** @throws Error when the corpus lacks evidence: the conversion is then at fault. */
export async function locateAll(
  questions: readonly EvaluationQuestion[],
  { source }: EvaluationPorts,
): Promise<readonly LocatedQuestion[]> {
  const located: LocatedQuestion[] = [];
  for (const question of questions) {
    const named = question.evidence.map(({ article }) => article);
    const found = locateEvidence(question, await readArticles(source, named));
    const [gone] = found.missing;
    if (gone) throw new Error(`line ${gone.line}: ${gone.article}: ${gone.reason}`);
    located.push({ question, evidence: found.evidence });
  }
  return located;
}

export async function scoreRanking(
  located: readonly LocatedQuestion[],
  rank: Rank,
  report: (done: number, total: number) => void,
): Promise<readonly ScoredQuestion[]> {
  const scored: ScoredQuestion[] = [];
  for (const { question, evidence } of located) {
    const scores = scoreRetrieval(await rank(question), evidence, question.evidence);
    const { line, question: text, unanswerable } = question;
    scored.push({ line, question: text, unanswerable, scores });
    report(scored.length, located.length);
  }
  return scored;
}

/** One of our rankings. Sentences are ranked only where no article has to be found. */
export const rankWith =
  (name: RankingName, ports: EvaluationPorts, withSentences: boolean): Rank =>
  async ({ question: text, filters }) => {
    const asked = readQuestion(text, { filters });
    const { passages, sentences } = await rankEvidence(asked, ports, RANKINGS[name]);
    return { passages, sentences: withSentences ? sentences : [] };
  };
