// A set's questions → what would be reached if a stage were perfect: its oracles.

import type { QuestionScores, ScoredQuestion } from "../../src/core/evaluation.ts";
import type { Evidence, ScoredPassage } from "../../src/core/evidence.ts";
import type { Span } from "../../src/core/span.ts";
import type { EvaluationPorts } from "../../src/evaluate/score-question.ts";
import { isSameSentence } from "../../src/evaluate/score-retrieval.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { findPassages } from "../../src/search/find-passages.ts";
import { RANKINGS } from "../../src/search/name-rankings.ts";
import { readEvidence } from "../../src/search/read-evidence.ts";
import { squeeze } from "../../src/text/words.ts";
import type { LocatedQuestion } from "./score-rankings.ts";

type Place = Span & { readonly articleId: string };

const shareOf = (found: number, all: number): number => (all === 0 ? 0 : found / all);

/** Share of the facts that lie whole in one of these texts. */
function shareHeld({ evidence }: LocatedQuestion, texts: readonly string[]): number {
  const squeezed = texts.map(squeeze);
  const held = evidence.filter(({ text }) => squeezed.some((one) => one.includes(squeeze(text))));
  return shareOf(held.length, evidence.length);
}

async function passagesOfArticles(
  { evidence }: LocatedQuestion,
  { store }: EvaluationPorts,
): Promise<readonly string[]> {
  const articles = [...new Set(evidence.map(({ articleId }) => articleId))];
  const passages = await Promise.all(articles.map((id) => store.passagesOf(id)));
  return passages.flat().map(({ text }) => text);
}

/** Perfect search: every passage; perfect ranking: every passage that the legs found. */
export async function limitRetrieval(
  located: LocatedQuestion,
  ports: EvaluationPorts,
): Promise<QuestionScores> {
  const { question: text, filters } = located.question;
  const asked = readQuestion(text, { filters });
  const { fused } = await findPassages(asked, ports, undefined, { settings: RANKINGS.fused });
  return {
    "perfect search": shareHeld(located, await passagesOfArticles(located, ports)),
    "perfect ranking": shareHeld(
      located,
      fused.map(({ passage }) => passage.text),
    ),
  };
}

const isGold = ({ evidence }: LocatedQuestion, place: Place): boolean =>
  evidence.some(
    ({ articleId, span }) =>
      span !== undefined && articleId === place.articleId && isSameSentence(span, place),
  );

function scoreQuoted(located: LocatedQuestion, quotes: readonly Place[]): number {
  const right = quotes.filter((quote) => isGold(located, quote)).length;
  const found = located.evidence.filter((gold) =>
    quotes.some(
      (quote) =>
        quote.articleId === gold.articleId &&
        gold.span !== undefined &&
        isSameSentence(gold.span, quote),
    ),
  ).length;
  const precision = shareOf(right, quotes.length);
  const recall = shareOf(found, located.evidence.length);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const holdsGold =
  (located: LocatedQuestion) =>
  ({ passage }: ScoredPassage): boolean =>
    passage.sentences.some((span) => isGold(located, { ...span, articleId: passage.articleId }));

async function quoteFrom(evidence: Evidence, ports: EvaluationPorts): Promise<readonly Place[]> {
  const quotes: Place[] = [];
  for await (const part of ports.writer.draft(evidence)) {
    if (part.kind === "claim") quotes.push(...part.quotes);
  }
  return quotes;
}

/**
 * Evidence F1 of the best-ranked sentences alone, of the writer given only the passages that hold a
 * judged sentence (perfect passages), and of all sentences of the evidence that are judged (perfect
 * sentences). `best` is the score of the best sentence, as a confidence to compare with.
 */
export async function limitAnswers(
  located: LocatedQuestion,
  ports: EvaluationPorts,
): Promise<{ readonly scores: QuestionScores; readonly best: number }> {
  const { question: text, filters, unanswerable } = located.question;
  const asked = readQuestion(text, { filters });
  const evidence = await readEvidence(await findPassages(asked, ports), ports);
  const { sentences } = evidence;
  const best = Math.max(0, ...sentences.map(({ probability }) => probability));
  if (unanswerable) return { scores: {}, best };
  const passages = evidence.passages.filter(holdsGold(located));
  const held = new Set(passages.map(({ passage }) => passage.id));
  const kept = sentences.filter(({ passage }) => held.has(passage.passage.id));
  const perfect = await quoteFrom({ ...evidence, passages, sentences: kept }, ports);
  const judged = sentences.filter((sentence) => isGold(located, sentence));
  return {
    scores: {
      "best sentence": scoreQuoted(located, sentences.slice(0, 1)),
      "best two sentences": scoreQuoted(located, sentences.slice(0, 2)),
      "best three sentences": scoreQuoted(located, sentences.slice(0, 3)),
      "perfect passages": scoreQuoted(located, perfect),
      "perfect sentences": scoreQuoted(located, judged),
    },
    best,
  };
}

/** A confidence alone, as what `measureSeparation` reads. */
export const asSure = (
  { question: { line, question, unanswerable } }: LocatedQuestion,
  confidence: number,
): ScoredQuestion => ({ line, question, unanswerable, scores: {}, confidence });
