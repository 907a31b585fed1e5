// Text to vector.

import type { EmbedderIdentity } from "../model/identity.ts";

export interface Embedder {
  readonly identity: EmbedderIdentity;
  /**
   * Unit-length vectors of `identity.dimensions`, one a text, in order. A vector depends on its own
   * text alone. Text longer than `identity.maxTokens` is split and pooled, never cut.
   * @throws PullquoteError `embedder-failed` | `interrupted`
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}
