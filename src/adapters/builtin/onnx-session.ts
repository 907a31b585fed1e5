// A model's bytes → forward passes over one sequence of tokens at a time.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { PullquoteError } from "../../core/errors.ts";
import { checkModelFile, type ModelFileName } from "./model-files.ts";

const cores = availableParallelism();
/**
 * The runtime's threads wait by spinning. Where many texts are embedded all cores are wanted, up to four, of
 * which more gain little on texts this short. A question's dozen passes leave half of them to what else runs:
 * on two cores the second thread would take a third more of the processor for a tenth of a second.
 */
export const THREADS: Readonly<Record<"many" | "few", number>> = {
  many: Math.min(4, cores),
  few: Math.max(1, Math.min(4, Math.floor(cores / 2))),
};

/** Token ids with their special tokens, and the place from which on they are of the second text. */
interface TokenSequence {
  readonly ids: readonly number[];
  /** The number of tokens of the first text; all of them where there is no second. */
  readonly first: number;
}

/**
 * A model, loaded at the first call. One sequence a pass: an 8-bit model scales its activations over
 * a whole batch, so that in a batch a result would depend on its neighbours.
 */
interface OnnxModel {
  /**
   * The model's only output, row by row, one row a token.
   * @throws PullquoteError `model-missing` | `model-damaged` | `embedder-failed` | `interrupted`
   */
  run(sequence: TokenSequence, width: number, signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

interface Loaded {
  readonly session: InferenceSession;
  readonly makeTensor: (values: BigInt64Array) => Tensor;
}

const load = async (
  name: ModelFileName,
  threads: number,
  folder: URL | undefined,
): Promise<Loaded> => {
  const [path, { InferenceSession, Tensor }] = await Promise.all([
    checkModelFile(name, folder),
    import("onnxruntime-node"),
  ]);
  const session = await InferenceSession.create(path, {
    // The graphs are fused in the files already: to do it anew at each start takes longer than a question.
    graphOptimizationLevel: "disabled",
    executionMode: "sequential",
    // The runtime's own pool of memory keeps 15 MB a model that no pass needs, and saves no time.
    enableCpuMemArena: false,
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 4,
  });
  return { session, makeTensor: (values) => new Tensor("int64", values, [1, values.length]) };
};

const translate = (cause: unknown): PullquoteError =>
  cause instanceof PullquoteError
    ? cause
    : new PullquoteError({
        code: "embedder-failed",
        message: `The built-in model failed: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Run "pullquote doctor".',
        cause,
      });

const stopIfAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: "Interrupted.", cause: signal.reason });
};

export const openOnnxModel = (name: ModelFileName, threads: number, folder?: URL): OnnxModel => {
  let loaded: Promise<Loaded> | undefined;
  const runOnce = async ({ ids, first }: TokenSequence, width: number): Promise<Float32Array> => {
    loaded ??= load(name, threads, folder);
    const { session, makeTensor } = await loaded;
    const types = new BigInt64Array(ids.length);
    types.fill(1n, first);
    const outputs = await session.run({
      input_ids: makeTensor(BigInt64Array.from(ids, BigInt)),
      attention_mask: makeTensor(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: makeTensor(types),
    });
    const rows = outputs[session.outputNames[0] ?? ""]?.data;
    if (!(rows instanceof Float32Array) || rows.length !== ids.length * width) {
      throw new Error("the output has an unexpected shape");
    }
    return rows;
  };
  return {
    async run(sequence, width, signal) {
      // A pass blocks the thread: let timers, input and signals have their turn before each.
      await setImmediate();
      stopIfAborted(signal);
      return await runOnce(sequence, width).catch((cause: unknown) => {
        throw translate(cause);
      });
    },
    async close() {
      const closing = loaded;
      loaded = undefined;
      await (await closing?.catch(() => undefined))?.session.release();
    },
  };
};
