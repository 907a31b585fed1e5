// How well each sentence answers a question, seen in its surroundings.

import type { Span } from "../model/span.ts";

/** Consecutive text of one article. `sentences` are spans into `text`, in order. */
export interface SentenceRun {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly title?: string;
}

export interface SentenceScore {
  /** 0 to 1, comparable across runs and questions. */
  readonly score: number;
  /**
   * For each word of the question, as `findWords` in `text/words.ts` lists them: how near the
   * nearest word of the sentence is in meaning, 0 to 1 (late interaction: the mean over the word's
   * tokens of each token's best cosine). The score's parts, so that a refusal can name the word
   * that nothing in the corpus comes near to.
   */
  readonly words: readonly number[];
  /** For each word of the question: where in the sentence the word that is nearest to it begins. */
  readonly places: readonly number[];
}

export interface SentenceScorer {
  /**
   * One score a sentence, run by run.
   * @throws PullquoteError `embedder-failed` | `interrupted`
   */
  scoreSentences(
    question: string,
    runs: readonly SentenceRun[],
    signal?: AbortSignal,
  ): Promise<readonly (readonly SentenceScore[])[]>;
}
