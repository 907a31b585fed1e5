// Texts → vectors, by the model that ships with pullquote: no server, no download.

import type { Embedder, SentencedText, TextVectors } from "../../core/ports/embedder.ts";
import type { Span } from "../../core/span.ts";
import { modelDigests } from "./model-files.ts";
import { planWindows } from "./plan-windows.ts";
import { addRows, toBytes, toUnitLength } from "./pool-vectors.ts";
import { dimensions, maxTokens, specialTokens, type TokenModel } from "./token-model.ts";
import type { TextPieces } from "./word-piece-tokenizer.ts";

/**
 * A text's vector is the mean of all its token vectors, as the model was trained, then unit length. One
 * text a forward pass: the 8-bit model scales its activations over a whole batch, so a vector in a batch
 * would depend on its neighbours. A longer text is parted between words into windows of equal length;
 * the mean is taken over the tokens of all of them.
 *
 * A sentence's vector is the mean of its own tokens, seen in the whole text: late chunking (Günther et
 * al. 2024).
 */
export const createBuiltinEmbedder = (model: TokenModel): Required<Embedder> => {
  const embed = async (
    { text, sentences }: SentencedText,
    signal?: AbortSignal,
  ): Promise<TextVectors> => {
    const pieces = await model.tokenize(text);
    const { ids, startsWord } = pieces;
    const cuts = ids.flatMap((_, token) => (startsWord[token] ? [token] : []));
    const sum = new Float64Array(dimensions);
    const sums = sentences.map(() => new Float64Array(dimensions));
    const places = placeTokens(sentences, pieces);
    for (const { from, to } of planWindows(ids.length, maxTokens - specialTokens, cuts)) {
      const rows = await model.run(ids.slice(from, to), signal);
      addRows(sum, rows, 0, rows.length / dimensions);
      for (const [at, place] of places.entries()) {
        const first = Math.max(from, place.from);
        const last = Math.min(to, place.to);
        const own = sums[at];
        // Row 0 is [CLS]: token `from` has row 1.
        if (first < last && own !== undefined)
          addRows(own, rows, first - from + 1, last - from + 1);
      }
    }
    return { vector: toUnitLength(sum), sentences: toBytes(sums, dimensions) };
  };

  return {
    identity: {
      name: "builtin",
      model: "all-MiniLM-L6-v2 q8",
      digest: modelDigests["all-minilm-l6-v2/model_quantized.onnx"],
      dimensions,
      pooling: "mean",
      maxTokens,
    },
    async embedPassages(texts, signal) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        vectors.push((await embed({ text, sentences: [] }, signal)).vector);
      }
      return vectors;
    },
    async embedSentences(texts, signal) {
      const vectors: TextVectors[] = [];
      for (const text of texts) vectors.push(await embed(text, signal));
      return vectors;
    },
    embedQuestion: async (text, signal) => (await embed({ text, sentences: [] }, signal)).vector,
    close: () => model.close(),
  };
};

/** The tokens `[from, to)` of each sentence. Both are in order: one walk finds them. */
const placeTokens = (
  sentences: readonly Span[],
  { starts, ends }: TextPieces,
): readonly { readonly from: number; readonly to: number }[] => {
  let from = 0;
  return sentences.map(({ start, end }) => {
    while (from < ends.length && (ends[from] ?? 0) <= start) from++;
    let to = from;
    while (to < starts.length && (starts[to] ?? 0) < end) to++;
    return { from, to };
  });
};
