// A question and the sentences that were read, best first → how likely it is that one of them answers.

import type { EvidenceSentence } from "../model/evidence.ts";
import type { ArticleRecord } from "../model/index-state.ts";
import { findNames } from "../text/question-words.ts";
import { stemWord } from "../text/stems.ts";
import { findWords } from "../text/words.ts";
import { CONFIDENCE_MIXTURE } from "./mixture.ts";
import { toProbability } from "./score-sentences.ts";

/** What the mixture is made of; a bench fits its weights on them. */
export interface ConfidenceSignals {
  /** The largest of all sentences, each. */
  readonly margin: number;
  readonly answers: number;
  /** Share of the question's names and numbers that stand in the best sentence's passage or title; 1 for none. */
  readonly names: number;
  /** Share of the question's words by weight that the best sentence's passage or title holds. */
  readonly coverage: number;
}

/** `weigh`: how much of the question's words, by weight, a text and its article's title hold. */
export interface WeighedArticles {
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  weigh(articleId: string, text: string): number;
}

export function listConfidenceSignals(
  question: string,
  sentences: readonly EvidenceSentence[],
  { articles, weigh }: WeighedArticles,
): ConfidenceSignals | undefined {
  const [first] = sentences;
  if (first === undefined) return undefined;
  const heading = articles.get(first.articleId)?.metadata.title?.value ?? "";
  const held = listStems(`${heading} ${first.passage.passage.text}`);
  const names = [...new Set(listNamesAndNumbers(question).flatMap(listAllStems))];
  return {
    margin: Math.max(...sentences.map(({ signals }) => signals.margin)),
    answers: Math.max(...sentences.map(({ signals }) => signals.answers)),
    names: names.length === 0 ? 1 : names.filter((name) => held.has(name)).length / names.length,
    coverage: weigh(first.articleId, first.passage.passage.text),
  };
}

export function judgeConfidence(signals: ConfidenceSignals | undefined): number {
  if (signals === undefined) return 0;
  const weights = CONFIDENCE_MIXTURE;
  return toProbability(
    weights.bias +
      weights.margin * signals.margin +
      weights.answers * signals.answers +
      weights.names * signals.names +
      weights.coverage * signals.coverage,
  );
}

/** Words that must be this one and no other: written as names, or with a digit. */
export function listNamesAndNumbers(question: string): readonly string[] {
  const names = findNames(question).map(({ text }) => text);
  const numbers = findWords(question).flatMap(({ text }) => (/\p{N}/u.test(text) ? text : []));
  return [...new Set([...names, ...numbers])];
}

function listAllStems(text: string): readonly string[] {
  return findWords(text).flatMap((word) => word.text.split("-").map(stemWord));
}

function listStems(text: string): ReadonlySet<string> {
  return new Set(listAllStems(text));
}
