// Invented articles → passages, evidence and candidates for the tests of the stages.

import type { Evidence, EvidenceSentence, ScoredPassage } from "../../src/model/evidence.ts";
import type { ArticleRecord } from "../../src/model/index-state.ts";
import type { StoredPassage } from "../../src/model/passage.ts";
import type { QuestionTerm } from "../../src/model/question.ts";

export const makeRecord = (
  id: string,
  metadata: ArticleRecord["metadata"] = {},
  passages = 1,
): ArticleRecord => ({
  id,
  path: id,
  sha256: `sha-${id}`,
  textSha256: `text-${id}`,
  size: 1,
  modified: 1,
  passages,
  words: 1,
  metadata,
});

/** A passage made of these sentences, with a space between, that starts at `start`. */
export const makePassage = (
  articleId: string,
  position: number,
  sentences: readonly string[],
  start = 0,
): StoredPassage => {
  let end = start;
  const spans = sentences.map((sentence, index) => {
    const from = index === 0 ? end : end + 1;
    end = from + sentence.length;
    return { start: from, end };
  });
  return {
    id: `${articleId}#${position}`,
    articleId,
    articleSha256: `sha-${articleId}`,
    text: sentences.join(" "),
    start,
    end,
    position,
    sentences: spans,
  };
};

/** An article's one passage; each sentence of it ends with its full stop. */
export const readPassage = (articleId: string, text: string): ScoredPassage => ({
  score: 1,
  legs: {},
  passage: {
    id: `${articleId}#0`,
    articleId,
    articleSha256: "",
    start: 0,
    end: text.length,
    text,
    position: 0,
    sentences: Array.from(text.matchAll(/[^ .][^.]*\./gu), ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    })),
  },
});

export const scorePassage = (passage: StoredPassage, score = 1): ScoredPassage => ({
  passage,
  score,
  legs: {},
});

export const makeEvidence = (
  text: string,
  passages: readonly ScoredPassage[],
  records: readonly ArticleRecord[] = [],
  terms: readonly QuestionTerm[] = [],
): Evidence => ({
  question: { asked: text, text, filters: {} },
  passages,
  articles: new Map(records.map((record) => [record.id, record])),
  searched: { articles: records.length, passages: passages.length, undated: 0 },
  terms,
  found: passages.length,
  sentences: [],
  confidence: 1,
  intent: { parts: [text], wantsAll: false, isCompound: false },
});

/** How likely a sentence answers, or how likely it answers each part of the question. */
type Judge = (sentence: string) => number | readonly number[];

/** The same evidence, its sentences read and judged; the words that answer are the whole sentence. */
export const readSentences = (evidence: Evidence, judge: Judge): Evidence => {
  const sentences = evidence.passages.flatMap((scored) =>
    scored.passage.sentences.map(({ start, end }): EvidenceSentence => {
      const { articleId, text: whole, start: from } = scored.passage;
      const text = whole.slice(start - from, end - from);
      const ofParts = [judge(text)].flat();
      const signals = { similarity: 0, answers: 0, margin: 0, coverage: 0, fused: 0 };
      const probability = Math.max(...ofParts);
      const answer = { start, end };
      return {
        articleId,
        start,
        end,
        text,
        passage: scored,
        signals,
        probability,
        ofParts,
        answer,
      };
    }),
  );
  sentences.sort((one, other) => other.probability - one.probability);
  return { ...evidence, sentences, confidence: sentences[0]?.probability ?? 0 };
};
