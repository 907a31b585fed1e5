// A corpus and its index → whether the index can answer, which articles it holds, and how the two stand to each other.

import { PullquoteError } from "../core/errors.ts";
import type { CorpusIdentity } from "../core/identity.ts";
import type { IndexState } from "../core/index-state.ts";
import type { ArticleSource, DigestText } from "../core/ports/article-source.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { listSources } from "./ingest/list-sources.ts";
import { refuseOtherEmbedder } from "./ingest/open-index.ts";
import { planChanges } from "./read/plan-changes.ts";

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

/** The same for the same articles, in whatever order they were indexed. @throws PullquoteError `no-index` */
export async function identifyCorpus(
  store: PassageStore,
  digest: DigestText,
): Promise<CorpusIdentity> {
  const records = await store.records();
  const lines = records
    .map(({ id, sha256 }) => ({ id, line: `${sha256}  ${id}\n` }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ line }) => line);
  return { articles: records.length, sha256: digest(lines.join("")) };
}

/** How the index stands to the folder; `state` is absent where there is no index yet. */
export interface IndexStatus {
  readonly state: IndexState | undefined;
  readonly articles: number;
  readonly passages: number;
  /** Files that are new, whose size or time differs from what was indexed, or that are gone. */
  readonly pending: { readonly added: number; readonly changed: number; readonly removed: number };
}

/** @throws PullquoteError of the source and the store, `empty-corpus` */
export async function reviewIndex(
  { source, store }: { readonly source: ArticleSource; readonly store: PassageStore },
  signal?: AbortSignal,
): Promise<IndexStatus> {
  const state = await store.state();
  const { listed, skipped } = await listSources(source, signal);
  const [records, tombstones] =
    state === undefined ? [[], []] : await Promise.all([store.records(), store.tombstones()]);
  const plan = planChanges(listed, skipped, { records, tombstones }, true);
  const known = new Set(records.map(({ id }) => id));
  const changed = plan.toRead.filter(({ id }) => known.has(id)).length;
  return {
    state,
    articles: records.length,
    passages: records.reduce((sum, { passages }) => sum + passages, 0),
    pending: {
      added: plan.toRead.length - changed,
      changed,
      removed: plan.vanished.length,
    },
  };
}
