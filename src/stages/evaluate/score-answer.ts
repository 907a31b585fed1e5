// One outcome + its evidence → its answer scores.

import type { AnswerOutcome, Quote } from "../../model/answer.ts";
import type { LocatedEvidence, QuestionScores } from "../../model/evaluation.ts";
import type { Span } from "../../model/span.ts";

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

const overlaps = (quote: Quote, articleId: string, span: Span): boolean => {
  if (quote.articleId !== articleId) return false;
  const shared = Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
  return shared > 0 && shared * 2 >= Math.min(quote.end - quote.start, span.end - span.start);
};

/** A quote is right when it shares at least half of the shorter of itself and a gold sentence. */
function scoreQuotes(
  quotes: readonly Quote[],
  evidence: readonly LocatedEvidence[],
): QuestionScores {
  const gold = evidence.flatMap(({ articleId, span }) => (span ? [{ articleId, span }] : []));
  if (gold.length === 0) return {};
  const right = quotes.filter((quote) =>
    gold.some(({ articleId, span }) => overlaps(quote, articleId, span)),
  ).length;
  const found = gold.filter(({ articleId, span }) =>
    quotes.some((quote) => overlaps(quote, articleId, span)),
  ).length;
  const precision = quotes.length === 0 ? undefined : right / quotes.length;
  const recall = found / gold.length;
  const both = (precision ?? 0) + recall;
  return {
    "evidence-precision": precision,
    "evidence-recall": recall,
    "evidence-f1": both === 0 ? 0 : (2 * (precision ?? 0) * recall) / both,
    "gold-quoted": found > 0 ? 1 : 0,
  };
}

/**
 * Scores of one outcome. An unanswerable question has `right-refusal` alone; an answerable one has
 * the rest. `verbatim-failures` counts quotes that differ from `texts` (the files, read again).
 */
export function scoreAnswer(
  outcome: AnswerOutcome,
  evidence: readonly LocatedEvidence[] | "unanswerable",
  texts: ReadonlyMap<string, string>,
): QuestionScores {
  const refused = outcome.kind === "abstention";
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const shown = {
    "verbatim-failures": quotes.filter(
      ({ articleId, start, end, text }) => texts.get(articleId)?.slice(start, end) !== text,
    ).length,
  };
  if (evidence === "unanswerable") return { ...shown, "right-refusal": refused ? 1 : 0 };
  const words = quotes.reduce((sum, { text }) => sum + countWords(text), 0);
  return {
    ...shown,
    ...scoreQuotes(quotes, evidence),
    "wrong-refusal": refused ? 1 : 0,
    ...(!refused && { "quotes-per-answer": quotes.length, "words-per-answer": words }),
  };
}
