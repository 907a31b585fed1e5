// Token ids → one vector a token, by the embedding model that ships with pullquote; and its tokenizer.

import { readFile } from "node:fs/promises";
import type { ListKnownWords } from "../../core/ports/embedder.ts";
import { checkModelFile } from "./model-files.ts";
import { openOnnxModel, THREADS } from "./onnx-session.ts";
import {
  createTokenizer,
  readVocabulary,
  type TextPieces,
  type Tokenizer,
} from "./word-piece-tokenizer.ts";

/** Length of every vector. */
export const dimensions = 384;

/**
 * Most tokens of one forward pass, [CLS] and [SEP] included: what the model was made for
 * (its positions reach 512, but it was trained on no more than 256).
 */
export const maxTokens = 256;

/** The two tokens that every pass has around the text's own. */
export const specialTokens = 2;

export const clsId = 101;
export const sepId = 102;

/**
 * The model, loaded at the first call and shared by everything that needs it.
 * All calls throw PullquoteError `model-missing` | `model-damaged` | `embedder-failed`.
 */
export interface TokenModel {
  tokenize(text: string): Promise<TextPieces>;
  /**
   * One forward pass over [CLS] ids [SEP]: row `i` of the result (at `i * dimensions`) is the
   * vector of token `i`, so that `ids[0]` has row 1. Vectors are the last layer's, not of unit length.
   * @throws PullquoteError `interrupted` when the signal was aborted before the pass began
   */
  run(ids: readonly number[], signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

const loadTokenizer = async (folder: URL | undefined): Promise<Tokenizer> =>
  createTokenizer(
    readVocabulary(await readFile(await checkModelFile("all-minilm-l6-v2/tokenizer.json", folder))),
  );

/** Loads nothing until it is used. */
export const openTokenModel = (folder?: URL): TokenModel => {
  const model = openOnnxModel("all-minilm-l6-v2/model_quantized.onnx", THREADS.many, folder);
  let tokenizer: Promise<Tokenizer> | undefined;
  return {
    async tokenize(text) {
      tokenizer ??= loadTokenizer(folder);
      return (await tokenizer)(text);
    },
    run: (ids, signal) =>
      model.run(
        { ids: [clsId, ...ids, sepId], first: ids.length + specialTokens },
        dimensions,
        signal,
      ),
    async close() {
      tokenizer = undefined;
      await model.close();
    },
  };
};

/** Words → those that stand whole in the embedding model's vocabulary, which lists the common words of English. */
export const createKnownWords =
  (model: TokenModel): ListKnownWords =>
  async (words) => {
    const known = new Set<string>();
    for (const word of words) {
      if ((await model.tokenize(word)).ids.length === 1) known.add(word);
    }
    return known;
  };
