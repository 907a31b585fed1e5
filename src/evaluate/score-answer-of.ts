// One question → it is answered, and the answer scored: what was quoted, what was missed, what was refused wrongly.

import { answerQuestion } from "../answer/answer-question.ts";
import type { AnswerOutcome } from "../core/answer.ts";
import { PullquoteError } from "../core/errors.ts";
import type { EvaluationQuestion, EvaluationTrace } from "../core/evaluation.ts";
import type { RetrievalSettings } from "../core/retrieval-settings.ts";
import { readArticles } from "../corpus/read-articles.ts";
import type { EvaluationPorts, ScoreQuestion } from "./evaluation-ports.ts";
import { scoreAnswer } from "./score-answer.ts";

/** The quoted files are read again after the answer, and every quote is compared with them. */
export const scoreAnswerOf: ScoreQuestion = async (question, evidence, settings, ports, signal) => {
  const outcome = await answer(question, settings, ports, signal);
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const quoted = quotes.map(({ articleId }) => articleId);
  const files = await readArticles(ports.source, quoted, signal);
  const texts = new Map([...files].map(([id, { text }]) => [id, text]));
  return {
    scores: scoreAnswer(outcome, question, evidence, texts),
    trace: traceOutcome(outcome),
    ...(outcome.confidence !== undefined && { confidence: outcome.confidence }),
  };
};

async function answer(
  { question: text, filters }: EvaluationQuestion,
  settings: RetrievalSettings,
  ports: EvaluationPorts,
  signal: AbortSignal | undefined,
): Promise<AnswerOutcome> {
  const asked = { text, filters, conversation: [], settings };
  for await (const event of answerQuestion(asked, ports, signal)) {
    if (event.kind === "outcome") return event.outcome;
  }
  throw new PullquoteError({ code: "unexpected", message: "A question had no outcome." });
}

function traceOutcome(outcome: AnswerOutcome): EvaluationTrace {
  if (outcome.kind === "answer") return { kind: "answer", quotes: outcome.quotes };
  const { kind, reason, detail, closest } = outcome;
  return { kind, reason, detail, closest };
}
