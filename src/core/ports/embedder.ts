// Text to vector; and which words the embedder's language has at all.

import type { EmbedderIdentity } from "../identity.ts";
import type { Span } from "../span.ts";

/** A text and the sentences in it that want a vector of their own: spans into `text`, in order. */
export interface SentencedText {
  readonly text: string;
  readonly sentences: readonly Span[];
}

/**
 * The vectors of one text. `sentences` holds those of its sentences one after another, each
 * `identity.dimensions` numbers of which only the direction counts, rounded to 8 bits.
 */
export interface TextVectors {
  readonly vector: Float32Array;
  /** Absent where the embedder gives one vector a text. */
  readonly sentences?: Int8Array;
}

export interface Embedder {
  readonly identity: EmbedderIdentity;
  /**
   * Unit-length vectors of `identity.dimensions`, one a text, in order. A vector depends on its own
   * text alone. Text longer than `identity.maxTokens` is split and pooled, never cut.
   * @throws PullquoteError `embedder-failed` | `interrupted`
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  /**
   * The same vectors with those of the sentences, each seen in its text, for no further forward pass.
   * Absent for an embedder that gives one vector a text.
   * @throws PullquoteError `embedder-failed` | `interrupted`
   */
  embedSentences?(
    texts: readonly SentencedText[],
    signal?: AbortSignal,
  ): Promise<readonly TextVectors[]>;
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Why an embedder gave no vector, in words for the reader. */
export interface Silence {
  readonly silent: string;
}

/** What a search needs of an embedder: one that may be silent leaves it the words alone. */
export interface QuestionEmbedder extends Pick<Embedder, "identity"> {
  /** @throws PullquoteError `embedder-failed` | `interrupted` */
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array | Silence>;
}

/** Which of these are words of the language, whatever any article holds: a misspelt one is not. */
export type ListKnownWords = (words: readonly string[]) => Promise<ReadonlySet<string>>;
