// Token ids → one vector a token, by the model that ships with pullquote.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { PullquoteError } from "../../model/errors.ts";
import { modelFolder, readModelFile } from "./model-files.ts";
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

/**
 * Two threads halve a pass on two cores; more than four gain little on passes this short. The
 * runtime's threads wait by spinning, so that more of them than cores would slow everything down.
 */
const threads = Math.min(4, availableParallelism());

const clsId = 101;
const sepId = 102;

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

const translate = (cause: unknown): PullquoteError =>
  cause instanceof PullquoteError
    ? cause
    : new PullquoteError({
        code: "embedder-failed",
        message: `The built-in model failed: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Run "pullquote doctor".',
        cause,
      });

interface Loaded {
  readonly session: InferenceSession;
  readonly makeTensor: (values: BigInt64Array) => Tensor;
}

const loadSession = async (folder: URL): Promise<Loaded> => {
  const [bytes, { InferenceSession, Tensor }] = await Promise.all([
    readModelFile("model_quantized.onnx", folder),
    import("onnxruntime-node"),
  ]);
  const session = await InferenceSession.create(bytes, {
    graphOptimizationLevel: "all",
    executionMode: "sequential",
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
  });
  return { session, makeTensor: (values) => new Tensor("int64", values, [1, values.length]) };
};

const loadTokenizer = async (folder: URL): Promise<Tokenizer> =>
  createTokenizer(readVocabulary(await readModelFile("tokenizer.json", folder)));

const checkAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) {
    throw new PullquoteError({
      code: "interrupted",
      message: "Interrupted.",
      cause: signal.reason,
    });
  }
};

/** Loads nothing until it is used. */
export const openTokenModel = (folder: URL = modelFolder): TokenModel => {
  let tokenizer: Promise<Tokenizer> | undefined;
  let loaded: Promise<Loaded> | undefined;

  const runOnce = async (ids: readonly number[]): Promise<Float32Array> => {
    loaded ??= loadSession(folder);
    const { session, makeTensor } = await loaded;
    const length = ids.length + specialTokens;
    const outputs = await session.run({
      input_ids: makeTensor(BigInt64Array.from([clsId, ...ids, sepId], BigInt)),
      attention_mask: makeTensor(new BigInt64Array(length).fill(1n)),
      token_type_ids: makeTensor(new BigInt64Array(length)),
    });
    const vectors = outputs.last_hidden_state?.data;
    if (!(vectors instanceof Float32Array) || vectors.length !== length * dimensions) {
      throw new Error("the output has an unexpected shape");
    }
    return vectors;
  };

  return {
    async tokenize(text) {
      tokenizer ??= loadTokenizer(folder);
      return (await tokenizer)(text);
    },
    async run(ids, signal) {
      // A pass blocks the thread: let timers, input and signals have their turn before each.
      await setImmediate();
      checkAborted(signal);
      return await runOnce(ids).catch((cause: unknown) => {
        throw translate(cause);
      });
    },
    async close() {
      const closing = loaded;
      loaded = undefined;
      tokenizer = undefined;
      await (await closing?.catch(() => undefined))?.session.release();
    },
  };
};
