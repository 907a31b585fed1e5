// How evidence is found, and what retrieval hands to a writer.

import type { ArticleRecord } from "./index-state.ts";
import type { StoredPassage } from "./passage.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { Span } from "./span.ts";

/** Each search leg's raw score; absent where that leg did not find the passage. */
export interface LegScores {
  /** Cosine similarity, -1 to 1. */
  readonly dense?: number;
  /** BM25, 0 upwards. */
  readonly fullText?: number;
}

export interface ScoredPassage {
  readonly passage: StoredPassage;
  /** The fused score that orders the evidence: higher is better, comparable within one question. */
  readonly score: number;
  readonly legs: LegScores;
  /** The cosine of each sentence's vector with the question's, by the sentence's start; absent where there are none. */
  readonly similarities?: ReadonlyMap<number, number>;
  /**
   * How near each sentence is to the nearest of the things that a compound question names, 0 for the farthest
   * found and 1 for the nearest to one of them, by the sentence's start.
   */
  readonly nearness?: ReadonlyMap<number, number>;
}

/** What is known of how well a sentence answers, each signal as it came. */
export interface SentenceSignals {
  /** Cosine of the sentence's vector, of the passage's where there is none; 0 where neither is. */
  readonly similarity: number;
  /** The reader's logits, as in the Reader port. */
  readonly answers: number;
  readonly margin: number;
  /** Share of the question's words by weight that stand in the sentence or its title, 0 to 1. */
  readonly coverage: number;
  /** The passage's fused score. */
  readonly fused: number;
}

/** A sentence of a passage that was read: `text` is the article's at `[start, end)`. */
export interface EvidenceSentence extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly passage: ScoredPassage;
  readonly signals: SentenceSignals;
  /** The calibrated mixture of the signals, 0 to 1. */
  readonly probability: number;
  /** Where in the article the words stand that answer; may be a guess where the probability is low. */
  readonly answer: Span;
}

/** How much was looked through, after filters. */
export interface Searched {
  readonly articles: number;
  readonly passages: number;
  /** Articles that a date filter left out because their date is not known. */
  readonly undated: number;
}

/** The scored passages given to a writer, best first, with the records of the articles found. */
export interface Evidence {
  readonly question: Question;
  readonly passages: readonly ScoredPassage[];
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  readonly searched: Searched;
  /** The question's content words, counted over the passages that either leg found. */
  readonly terms: readonly QuestionTerm[];
  /** Titles with words like those of the question that none of the passages found holds. */
  readonly titles: readonly string[];
  /** How many passages the legs found, of which `passages` are the best. */
  readonly found: number;
  /** The sentences that were read, best first; none for a summary. */
  readonly sentences: readonly EvidenceSentence[];
  /** How likely it is that one of them answers, 0 to 1. */
  readonly confidence: number;
  /** Whether something was found that whom the question names says: all sentences are theirs then. Absent where it names nobody. */
  readonly isAttributed?: boolean;
  /** Why the embedder gave no vectors, in its own words: found and ranked by words alone then. */
  readonly wordsAlone?: string;
  /** There where of several sentences that answer the newest articles' are to be taken. */
  readonly prefersNewest?: true;
  /**
   * There where a summary is asked for: `passages` are then whole articles or their beginnings, in
   * order, and `articles` is how many the request meant, of which these are the first.
   */
  readonly summary?: { readonly articles: number };
}

/** A search over the store: by vectors, or by words. */
export type SearchLeg = "dense" | "full-text";

/**
 * One way to rank passages. What ships is one of these; the others exist to be compared with it, so
 * every field switches a stage of retrieval and none is a number to be tuned for one corpus.
 */
export interface RetrievalSettings {
  readonly legs: readonly SearchLeg[];
  /** Whether the first passages are read, and ordered by their best sentences. */
  readonly read: boolean;
}
