// The port of the reader, the model that reads a passage with a question: which sentence answers, and where in it.

import type { Span } from "../span.ts";

/** What is read at once: consecutive sentences of one article. `sentences` are spans into `text`, in order. */
export interface ReadPassage {
  readonly text: string;
  readonly sentences: readonly Span[];
}

/** Both numbers are logits: comparable over passages and questions, not probabilities. */
export interface SentenceReading {
  /** That the sentence answers. */
  readonly answers: number;
  /** The best answer span in it against "no answer in this passage". */
  readonly margin: number;
  /** That span, into the passage's `text`; empty where the sentence was not read. */
  readonly span: Span;
}

export interface Reader {
  /**
   * One reading a sentence, in order. A passage longer than one forward pass is read in parts.
   * @throws PullquoteError `embedder-failed` | `model-missing` | `model-damaged` | `interrupted`
   */
  read(
    question: string,
    passage: ReadPassage,
    signal?: AbortSignal,
  ): Promise<readonly SentenceReading[]>;
  close(): Promise<void>;
}
