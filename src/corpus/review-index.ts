// A corpus and its index → whether the index can answer, which articles it holds, and how the two stand to each other.

import { PullquoteError } from "../core/errors.ts";
import type { CorpusIdentity } from "../core/identity.ts";
import type { ArticleRecord, IndexState } from "../core/index-state.ts";
import type { OtherKind } from "../core/ingest-event.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { judgeSources } from "./ingest/judge-source.ts";
import { listSources } from "./ingest/list-sources.ts";
import { readIndex, refuseOtherEmbedder } from "./ingest/open-index.ts";
import {
  type ChangePlan,
  groupByFile,
  type IndexContent,
  planChanges,
} from "./read/plan-changes.ts";

/** @throws PullquoteError `no-index` | `embedder-mismatch` and what the store throws */
export async function requireIndex(
  store: PassageStore,
  embedder: Pick<Embedder, "identity">,
): Promise<void> {
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

/** The lines whose digest is that of the corpus: the same for the same articles, in whatever order they come. */
export function* listDigests(
  articles: readonly Pick<ArticleRecord, "id" | "sha256">[],
): Generator<string> {
  const sorted = [...articles].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const { id, sha256 } of sorted) yield `${sha256}  ${id}\n`;
}

/** @throws PullquoteError `no-index` */
export async function identifyCorpus(store: PassageStore): Promise<CorpusIdentity> {
  const { articles, sha256 } = await store.totals();
  return { articles, sha256 };
}

/** How the index stands to the folder; `state` is absent where there is no index yet. */
export interface IndexStatus {
  readonly state: IndexState | undefined;
  readonly articles: number;
  readonly passages: number;
  /** Files of the folder that can be an article. */
  readonly files: number;
  /** Files that can be an article but are none, or cannot be read. */
  readonly skipped: number;
  readonly otherKinds: readonly OtherKind[];
  /** Files that are new, whose size or time differs from what was indexed, or that are gone. */
  readonly pending: { readonly added: number; readonly changed: number; readonly removed: number };
}

/** More files than this are counted as they are listed: a look into each would take too long. */
const MOST_READ = 256;

/** @throws PullquoteError of the source and the store, `empty-corpus` */
export async function reviewIndex(
  { source, store }: { readonly source: ArticleSource; readonly store: PassageStore },
  signal?: AbortSignal,
): Promise<IndexStatus> {
  const state = await store.state();
  const { listed, skipped, otherKinds } = await listSources(source, signal);
  const index = state === undefined ? { records: [], tombstones: [] } : await readIndex(store);
  const { records } = index;
  const plan = planChanges(listed, skipped, index, true);
  const found =
    state === undefined
      ? countListed(plan, index)
      : await countChanges(plan, index, source, signal);
  return {
    state,
    articles: records.length,
    passages: records.reduce((sum, { passages }) => sum + passages, 0),
    files: listed.length - plan.forgotten.length,
    skipped: skipped.length + found.skipped,
    otherKinds,
    pending: { added: found.added, changed: found.changed, removed: plan.vanished.length },
  };
}

interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly skipped: number;
}

function countListed({ toRead }: ChangePlan, { records }: IndexContent): Changes {
  const known = groupByFile(records);
  const changed = toRead.filter(({ id }) => known.has(id)).length;
  return { added: toRead.length - changed, changed, skipped: 0 };
}

/**
 * A file that holds no article is skipped by every run, and one with a new time but its old text is
 * unchanged: neither is a reason to index again.
 */
async function countChanges(
  plan: ChangePlan,
  index: IndexContent,
  source: ArticleSource,
  signal: AbortSignal | undefined,
): Promise<Changes> {
  if (plan.toRead.length > MOST_READ) return countListed(plan, index);
  const counts = { added: 0, changed: 0, skipped: 0 };
  for await (const { kind } of judgeSources(source, index, plan, signal)) {
    if (kind === "dropped") counts.changed += 1;
    else if (kind === "added" || kind === "changed" || kind === "skipped") counts[kind] += 1;
  }
  return counts;
}
