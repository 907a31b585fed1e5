// A corpus and its index → how the one stands to the other, changing neither.

import type { IndexState } from "../core/index-state.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { listSources } from "./ingest/list-sources.ts";
import { planChanges } from "./read/plan-changes.ts";

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
