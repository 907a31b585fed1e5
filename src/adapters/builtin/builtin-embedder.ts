// Texts → vectors, by the model that ships with pullquote: no server, no download.

import type { Embedder } from "../../ports/embedder.ts";
import { modelDigests } from "./model-files.ts";
import { planWindows } from "./plan-windows.ts";
import { addRows, toUnitLength } from "./pool-vectors.ts";
import { dimensions, maxTokens, specialTokens, type TokenModel } from "./token-model.ts";

/**
 * Mean of all token vectors, as the model was trained, then unit length. One text a forward pass: the
 * 8-bit model scales its activations over a whole batch, so a vector in a batch would depend on
 * its neighbours. A longer text is parted between words into windows of equal length; the mean is
 * taken over the tokens of all of them.
 */
export const createBuiltinEmbedder = (model: TokenModel): Embedder => {
  const embed = async (text: string, signal?: AbortSignal): Promise<Float32Array> => {
    const { ids, startsWord } = await model.tokenize(text);
    const cuts = ids.flatMap((_, token) => (startsWord[token] ? [token] : []));
    const sum = new Float64Array(dimensions);
    for (const { from, to } of planWindows(ids.length, maxTokens - specialTokens, cuts)) {
      const vectors = await model.run(ids.slice(from, to), signal);
      addRows(sum, vectors, 0, vectors.length / dimensions);
    }
    return toUnitLength(sum);
  };

  return {
    identity: {
      name: "builtin",
      model: "all-MiniLM-L6-v2 q8",
      digest: modelDigests["model_quantized.onnx"],
      dimensions,
      pooling: "mean",
      maxTokens,
    },
    async embedPassages(texts, signal) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await embed(text, signal));
      return vectors;
    },
    embedQuestion: embed,
    close: () => model.close(),
  };
};
