// A token model → the same model, that does not repeat its latest forward passes.

import type { TokenModel } from "./token-model.ts";

/**
 * Keeps the results of the last `limit` passes (at most 393 KB each), the least recently used going
 * first: in a conversation, question after question is compared with the same passages.
 * The arrays that `run` returns are shared: never write to them.
 */
export const rememberPasses = (model: TokenModel, limit: number): TokenModel => {
  const kept = new Map<string, Float32Array>();
  return {
    ...model,
    async run(ids, signal) {
      const key = ids.join();
      const known = signal?.aborted ? undefined : kept.get(key);
      const vectors = known ?? (await model.run(ids, signal));
      kept.delete(key);
      kept.set(key, vectors);
      const oldest = kept.keys().next();
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
      return vectors;
    },
  };
};
