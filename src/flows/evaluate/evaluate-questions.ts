// Questions with known answers + what answers them → scores, question by question.

import type { AnswerOutcome } from "../../model/answer.ts";
import type { SourceText } from "../../model/article.ts";
import type {
  EvaluationQuestion,
  MissingEvidence,
  QuestionScores,
  ScoredQuestion,
} from "../../model/evaluation.ts";
import type { Question } from "../../model/question.ts";
import type { ArticleSource } from "../../ports/article-source.ts";
import { locateEvidence } from "../../stages/evaluate/locate-evidence.ts";
import { scoreAnswer } from "../../stages/evaluate/score-answer.ts";
import { type Ranking, scoreRetrieval } from "../../stages/evaluate/score-retrieval.ts";
import { readArticles } from "../read-articles.ts";

export type EvaluationEvent =
  /** Evidence that the corpus does not have: its question is scored as if it were not found. */
  | { readonly kind: "missing"; readonly missing: MissingEvidence }
  | {
      readonly kind: "scored";
      readonly scored: ScoredQuestion;
      readonly done: number;
      readonly total: number;
    };

type Score = (
  question: EvaluationQuestion,
  evidence: ReturnType<typeof locateEvidence>["evidence"],
  sources: ReadonlyMap<string, SourceText>,
) => Promise<QuestionScores>;

async function* scoreQuestions(
  questions: readonly EvaluationQuestion[],
  source: ArticleSource,
  score: Score,
  signal: AbortSignal | undefined,
): AsyncGenerator<EvaluationEvent> {
  for (const [index, question] of questions.entries()) {
    const articles = question.evidence.map(({ article }) => article);
    const sources = await readArticles(source, articles, signal);
    const { evidence, missing } = locateEvidence(question, sources);
    for (const gone of missing) yield { kind: "missing", missing: gone };
    const scores = await score(question, evidence, sources);
    const scored = { line: question.line, question: question.question, scores };
    yield { kind: "scored", scored, done: index + 1, total: questions.length };
  }
}

const toQuestion = ({ question, filters }: EvaluationQuestion): Question => ({
  asked: question,
  text: question,
  filters,
});

/**
 * Scores rankings of passages and sentences. Unanswerable questions have nothing to find and are
 * passed over; a question none of whose evidence is in the corpus scores 0.
 */
export function evaluateRetrieval(
  questions: readonly EvaluationQuestion[],
  rank: (question: Question) => Promise<Ranking>,
  source: ArticleSource,
  signal?: AbortSignal,
): AsyncGenerator<EvaluationEvent> {
  const answerable = questions.filter(({ unanswerable }) => !unanswerable);
  return scoreQuestions(
    answerable,
    source,
    async (question, evidence) => {
      const ranking = await rank(toQuestion(question));
      return scoreRetrieval(ranking, evidence, question.evidence.length);
    },
    signal,
  );
}

/** Scores answers. The files are read again after the answer, and every quote compared with them. */
export function evaluateAnswers(
  questions: readonly EvaluationQuestion[],
  ask: (question: Question) => Promise<AnswerOutcome>,
  source: ArticleSource,
  signal?: AbortSignal,
): AsyncGenerator<EvaluationEvent> {
  return scoreQuestions(
    questions,
    source,
    async (question, evidence, known) => {
      const outcome = await ask(toQuestion(question));
      const quotes = outcome.kind === "answer" ? outcome.quotes : [];
      const quoted = quotes.map(({ articleId }) => articleId);
      const files = new Map([...known, ...(await readArticles(source, quoted, signal))]);
      const texts = new Map([...files].map(([id, { text }]) => [id, text]));
      return scoreAnswer(outcome, question.unanswerable ? "unanswerable" : evidence, texts);
    },
    signal,
  );
}
