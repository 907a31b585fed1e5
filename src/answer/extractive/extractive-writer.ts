// Evidence → claims made of its own sentences, or one refusal.

import type { DraftPart, DraftQuote } from "../../core/draft.ts";
import type { Evidence, EvidenceSentence } from "../../core/evidence.ts";
import type { WriterIdentity } from "../../core/identity.ts";
import type { AnswerWriter } from "../../core/ports/answer-writer.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { introduceArticle } from "./introduce-article.ts";
import { selectSentences } from "./select-sentences.ts";
import { summarizeArticles } from "./summarize-articles.ts";

/** Closest sentences that a refusal shows. */
const CLOSEST = 3;

/**
 * The writer that needs no server: every word it shows of an article is a whole sentence of it.
 * @param minConfidence how likely it must be that the evidence answers, 0 to 1
 */
export function createExtractiveWriter(minConfidence: number): AnswerWriter {
  const identity: WriterIdentity = { name: "extractive", model: "reader", digest: "" };
  return {
    identity,
    async *draft(evidence) {
      if (evidence.summary !== undefined) yield* summarizeArticles(evidence);
      else yield* answerFrom(evidence, minConfidence);
    },
    async close() {},
  };
}

/** One claim an article, the article with the best sentence first. */
function answerFrom(evidence: Evidence, minConfidence: number): DraftPart[] {
  const { sentences, articles, confidence: value } = evidence;
  const confidence = { kind: "confidence", value } as const;
  const refusal = value < minConfidence ? explainRefusal(evidence) : undefined;
  if (refusal !== undefined) {
    const closest = sentences.slice(0, CLOSEST).map(toQuote);
    return [{ kind: "abstention", ...refusal, closest }, confidence];
  }
  const chosen = selectSentences(evidence);
  const ids = [...new Set(chosen.map(({ articleId }) => articleId))];
  const claims = ids.map((articleId) => ({
    kind: "claim" as const,
    text: introduceArticle(articleId, articles.get(articleId)),
    quotes: joinNeighbours(chosen.filter((one) => one.articleId === articleId)),
  }));
  return [...claims, confidence];
}

/**
 * Best first. Sentences that follow each other in one paragraph are one quote, at the place of the better
 * one: they are read together.
 */
function joinNeighbours(sentences: readonly EvidenceSentence[]): readonly DraftQuote[] {
  const quotes: DraftQuote[] = [];
  for (const sentence of sentences) {
    const { passage } = sentence.passage;
    const between = (from: number, to: number): string =>
      from <= to ? passage.text.slice(from - passage.start, to - passage.start) : "";
    const place = quotes.findIndex(
      ({ start, end }) =>
        between(end, sentence.start) === " " || between(sentence.end, start) === " ",
    );
    const known = quotes[place];
    if (known === undefined) quotes.push(toQuote(sentence));
    else {
      const start = Math.min(known.start, sentence.start);
      const end = Math.max(known.end, sentence.end);
      quotes[place] = { ...known, start, end, text: between(start, end) };
    }
  }
  return quotes;
}

function toQuote({ articleId, start, end, text, answer }: EvidenceSentence): DraftQuote {
  return { articleId, start, end, text, answer };
}
