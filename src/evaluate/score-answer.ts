// One outcome and the sentences that should have been quoted → its scores.

import type { AnswerOutcome, Quote } from "../core/answer.ts";
import type { EvaluationQuestion, LocatedEvidence, QuestionScores } from "../core/evaluation.ts";
import { countWords } from "../text/words.ts";
import { isSameSentence } from "./same-sentence.ts";

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
