// Texts → vectors, by the model that ships with pullquote: a long text in windows, their vectors pooled.

import type { Embedder, SentencedText, TextVectors } from "../../core/ports/embedder.ts";
import { embedderDigest } from "./model-files.ts";
import { dimensions, maxTokens, specialTokens, type TokenModel } from "./token-model.ts";
import { placeTokens, type TokenRange } from "./word-piece-tokenizer.ts";

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
      digest: embedderDigest,
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

/** The last allowed cut in `(after, limit]`; the limit itself where there is none. */
const cutBefore = (cuts: readonly number[], after: number, limit: number): number => {
  let best = limit;
  for (const cut of cuts) {
    if (cut > limit) break;
    if (cut > after) best = cut;
  }
  return best;
};

/**
 * As few windows `[from, to)` of at most `size` tokens as cover `count` tokens, of about the same length,
 * parted at `cuts` (ascending token numbers) where one lies in reach. What room is left in a window shows
 * tokens of its neighbours.
 */
export const planWindows = (
  count: number,
  size: number,
  cuts: readonly number[],
): readonly TokenRange[] => {
  if (count <= size) return [{ from: 0, to: count }];
  const windows: TokenRange[] = [];
  for (let start = 0; start < count; ) {
    const share = Math.ceil((count - start) / Math.ceil((count - start) / size));
    const limit = Math.min(start + size, count);
    const nearest = Math.min(start + Math.ceil(share * 1.15), limit);
    const end = limit === count ? count : cutBefore(cuts, start + Math.floor(share / 2), nearest);
    const spare = size - (end - start);
    const before = Math.min(start, Math.max(Math.floor(spare / 2), spare - (count - end)));
    windows.push({ from: start - before, to: Math.min(count, start - before + size) });
    start = end;
  }
  return windows;
};

/** Rows `[from, to)` of `vectors` added to `sum`, in place. */
export const addRows = (
  sum: Float64Array,
  vectors: Float32Array,
  from: number,
  to: number,
): void => {
  for (let row = from * dimensions; row < to * dimensions; row += dimensions) {
    for (let column = 0; column < dimensions; column++) {
      sum[column] = (sum[column] ?? 0) + (vectors[row + column] ?? 0);
    }
  }
};

/** The direction of `sum`; a sum of no length stays zero. A loop: `Float32Array.from` takes tenfold. */
export const toUnitLength = (sum: ArrayLike<number>): Float32Array => {
  let squares = 0;
  for (let column = 0; column < sum.length; column++) squares += (sum[column] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(sum.length);
  for (let column = 0; column < sum.length; column++) unit[column] = (sum[column] ?? 0) / length;
  return unit;
};

/** Vectors one after another, each scaled so that its largest number is 127: a direction in 8 bits a number. */
const toBytes = (vectors: readonly ArrayLike<number>[], width: number): Int8Array => {
  const bytes = new Int8Array(vectors.length * width);
  for (const [place, vector] of vectors.entries()) {
    let most = 0;
    for (let column = 0; column < width; column++) {
      most = Math.max(most, Math.abs(vector[column] ?? 0));
    }
    const scale = most > 0 ? 127 / most : 0;
    for (let column = 0; column < width; column++) {
      bytes[place * width + column] = Math.round((vector[column] ?? 0) * scale);
    }
  }
  return bytes;
};
