// One question, asked with these settings → its answer scores and its retrieval scores.

import { type AnswerPorts, answerQuestion } from "../answer/answer-question.ts";
import type { AnswerOutcome, Quote } from "../core/answer.ts";
import { PullquoteError } from "../core/errors.ts";
import type {
  EvaluationQuestion,
  EvaluationTrace,
  LocatedEvidence,
  QuestionScores,
} from "../core/evaluation.ts";
import type { Evidence, EvidenceSentence, RetrievalSettings } from "../core/evidence.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { Question } from "../core/question.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { readQuestion } from "../question/read-question.ts";
import { verifyExcerpts } from "../quote/locate-quote.ts";
import { findPassages, type RetrievalPorts } from "../search/find-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";
import { orderPassages } from "../search/search-passages.ts";
import { countWords } from "../text/words.ts";
import { isSameSentence, scoreRetrieval } from "./score-retrieval.ts";

export type EvaluationPorts = AnswerPorts;

export interface ScoredTrace {
  readonly scores: QuestionScores;
  readonly trace: EvaluationTrace;
  readonly confidence?: number;
}

export type ScoreQuestion = (
  question: EvaluationQuestion,
  evidence: readonly LocatedEvidence[],
  settings: RetrievalSettings,
  ports: EvaluationPorts,
  signal: AbortSignal | undefined,
) => Promise<ScoredTrace>;

const stands = (quote: Quote, { articleId, span }: LocatedEvidence): boolean =>
  span !== undefined && quote.articleId === articleId && isSameSentence(quote, span);

/**
 * A quote is right when it is the same sentence as a judged one; precision is asked of questions with
 * quotes alone, and a refusal's recall and F1 are 0.
 */
function scoreQuotes(
  quotes: readonly Quote[],
  evidence: readonly LocatedEvidence[],
  judgments: number,
): QuestionScores {
  const right = quotes.filter((quote) => evidence.some((gold) => stands(quote, gold))).length;
  const found = evidence.filter((gold) => quotes.some((quote) => stands(quote, gold))).length;
  const precision = quotes.length === 0 ? undefined : right / quotes.length;
  const recall = found / judgments;
  const both = (precision ?? 0) + recall;
  return {
    "evidence-precision": precision,
    "evidence-recall": recall,
    "evidence-f1": both === 0 ? 0 : (2 * (precision ?? 0) * recall) / both,
    "gold-quoted": found > 0 ? 1 : 0,
  };
}

/**
 * Scores of one outcome. `evidence` is what the corpus has of the question's judgments; an
 * unanswerable question has `right-refusal`, an answerable one the rest. Sentences are judged only
 * where a judgment is finer than a whole article. `verbatim-failures` counts quotes that differ from
 * `texts`: the files, read again. Words are those of the quotes.
 */
export function scoreAnswer(
  outcome: AnswerOutcome,
  { evidence: judgments, unanswerable }: EvaluationQuestion,
  evidence: readonly LocatedEvidence[],
  texts: ReadonlyMap<string, string>,
): QuestionScores {
  const refused = outcome.kind === "abstention";
  const quotes = refused ? [] : outcome.quotes;
  const failures = quotes.filter(
    ({ articleId, start, end, text }) => texts.get(articleId)?.slice(start, end) !== text,
  ).length;
  if (unanswerable) return { "right-refusal": Number(refused), "verbatim-failures": failures };
  const words = quotes.reduce((sum, { text }) => sum + countWords(text), 0);
  const isFine = judgments.some(({ kind }) => kind !== "article");
  return {
    ...(isFine && scoreQuotes(quotes, evidence, judgments.length)),
    "wrong-refusal": Number(refused),
    ...(!refused && { "quotes-per-answer": quotes.length, "words-per-answer": words }),
    "verbatim-failures": failures,
  };
}

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

const SHOWN = 10;

/** One answerable question and settings → its evidence as ranked, with its retrieval scores and the best passages. */
export const scoreRankingOf: ScoreQuestion = async (
  question,
  evidence,
  settings,
  ports,
  signal,
) => {
  const { question: text, filters } = question;
  const ranking = await rankEvidence(readQuestion(text, { filters }), ports, settings, signal);
  const shown = ranking.passages.slice(0, SHOWN);
  const articleIds = shown.map(({ articleId }) => articleId);
  const files = await readArticles(ports.source, articleIds, signal);
  const digests = new Map(shown.map(({ articleId, articleSha256 }) => [articleId, articleSha256]));
  return {
    scores: scoreRetrieval(ranking, evidence, question.evidence),
    trace: { kind: "ranking", passages: verifyExcerpts(shown, { files, digests }) },
  };
};
