// What an evaluation needs from outside, and the type that scores one question.

import type { AnswerPorts } from "../answer/answer-question.ts";
import type {
  EvaluationQuestion,
  EvaluationTrace,
  LocatedEvidence,
  QuestionScores,
} from "../core/evaluation.ts";
import type { RetrievalSettings } from "../core/retrieval-settings.ts";

export type EvaluationPorts = AnswerPorts;

export interface ScoredTrace {
  readonly scores: QuestionScores;
  readonly trace: EvaluationTrace;
  /** How sure the writer was, 0 to 1; absent for a ranking. */
  readonly confidence?: number;
}

/** Asks one question with these settings and scores what comes back. */
export type ScoreQuestion = (
  question: EvaluationQuestion,
  evidence: readonly LocatedEvidence[],
  settings: RetrievalSettings,
  ports: EvaluationPorts,
  signal: AbortSignal | undefined,
) => Promise<ScoredTrace>;
