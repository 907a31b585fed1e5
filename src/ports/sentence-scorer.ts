// How well each sentence answers a question, seen in its surroundings.

import type { Span } from "../model/span.ts";

/** Consecutive text of one article. `sentences` are spans into `text`, in order. */
export interface SentenceRun {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly title?: string;
}

export interface SentenceScorer {
  /**
   * One score a sentence, run by run, 0 to 1, comparable across runs and questions.
   * @throws PullquoteError `embedder-failed` | `interrupted`
   */
  scoreSentences(
    question: string,
    runs: readonly SentenceRun[],
    signal?: AbortSignal,
  ): Promise<readonly (readonly number[])[]>;
}
