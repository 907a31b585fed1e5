// Text → the frequencies of its letters as a vector: instant, and the same everywhere.

import type { Embedder } from "../../src/ports/embedder.ts";

const DIMENSIONS = 32;

export interface CountingEmbedder extends Embedder {
  /** Texts embedded so far. */
  readonly texts: readonly string[];
}

/** @param onEmbed runs before each call: to fail, wait or abort there. */
export function openLetterEmbedder(
  options: { readonly digest?: string; readonly onEmbed?: () => Promise<void> | void } = {},
): CountingEmbedder {
  const texts: string[] = [];
  return {
    texts,
    identity: {
      name: "letters",
      model: "letter frequencies",
      digest: options.digest ?? "1",
      dimensions: DIMENSIONS,
      pooling: "sum",
      maxTokens: 100_000,
    },
    async embedPassages(passages) {
      await options.onEmbed?.();
      texts.push(...passages);
      return passages.map(countLetters);
    },
    embedQuestion: async (text) => countLetters(text),
    close: async () => undefined,
  };
}

function countLetters(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const letter of text.toLowerCase()) {
    const place = (letter.codePointAt(0) ?? 0) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => (length === 0 ? 0 : value / length));
}
