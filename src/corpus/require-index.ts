// A store and the embedder in use → nothing, or the error that says why they cannot answer.

import { PullquoteError } from "../core/errors.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { refuseOtherEmbedder } from "./ingest/open-index.ts";

/** @throws PullquoteError `no-index` | `embedder-mismatch` and what the store throws */
export async function requireIndex(store: PassageStore, embedder: Embedder): Promise<void> {
  const state = await store.state();
  if (state === undefined) {
    throw new PullquoteError({
      code: "no-index",
      message: "These articles have not been indexed yet.",
      hint: "pullquote index",
    });
  }
  refuseOtherEmbedder(state.embedder, embedder.identity);
}
