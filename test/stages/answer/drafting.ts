// Invented sentences, article by article, and a question → what the built-in writer drafts from them.

import type { DraftPart } from "../../../src/model/draft.ts";
import { extractAnswer } from "../../../src/stages/answer/extract-answer.ts";
import { gatherRuns } from "../../../src/stages/answer/gather-runs.ts";
import { surveyTerms } from "../../../src/search/survey-terms.ts";
import { listContentStems, stemWord } from "../../../src/text/stems.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeEvidence, makePassage, makeRecord, scorePassage } from "../evidence-fixtures.ts";

export interface DraftedFrom {
  /** How near each word of the question is to a sentence that has it not. */
  readonly nearness?: number;
  /** By article: who published it. */
  readonly publishers?: Readonly<Record<string, string>>;
}

/**
 * As if a scorer had given each sentence the share of the question's words that it has, and words it
 * has not a low nearness.
 */
export function draftFrom(
  question: string,
  articles: Readonly<Record<string, readonly string[]>>,
  { nearness = 0.2, publishers = {} }: DraftedFrom = {},
): readonly DraftPart[] {
  const passages = Object.entries(articles).map(([id, sentences]) => makePassage(id, 0, sentences));
  const records = Object.keys(articles).map((id) => {
    const publisher = publishers[id];
    return makeRecord(id, publisher ? { publisher: { value: publisher, origin: "found" } } : {});
  });
  const byId = new Map(records.map((record) => [record.id, record]));
  const terms = surveyTerms(question, passages, byId);
  const evidence = makeEvidence(
    question,
    passages.map((passage) => scorePassage(passage)),
    records,
    terms,
  );
  const sentences = gatherRuns(evidence)
    .flatMap((run) => run.sentences)
    .map((sentence) => {
      const stems = new Set(listContentStems(sentence.text));
      const words = findWords(question).map(({ text }) =>
        stems.has(stemWord(text)) ? 0.9 : nearness,
      );
      const score = words.reduce((sum, value) => sum + value, 0) / words.length;
      return { ...sentence, score, words };
    });
  return extractAnswer(evidence, sentences).filter(({ kind }) => kind !== "confidence");
}

/** The texts quoted, in the order shown; none of a refusal. */
export function listQuoted(parts: readonly DraftPart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === "claim" ? part.quotes.map(({ text }) => text) : [],
  );
}
