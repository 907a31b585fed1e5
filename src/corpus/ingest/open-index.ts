// The store and what is about to be indexed → what the index holds, if it is of this corpus and embedder.

import { PullquoteError } from "../../core/errors.ts";
import type { EmbedderIdentity } from "../../core/identity.ts";
import type { CorpusPart, IndexedFile } from "../../core/index-state.ts";
import type { ArticleSource } from "../../core/ports/article-source.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import type { FileState } from "../read/plan-changes.ts";
import { describePart } from "./corpus-part.ts";

export interface IngestPorts {
  readonly source: ArticleSource;
  readonly embedder: Embedder;
  readonly store: PassageStore;
}

/**
 * @returns `undefined` where there is no index yet.
 * @throws PullquoteError `embedder-mismatch` | `index-other-corpus` (also for another part of it) and what the store throws
 */
export async function openIndex(
  { source, embedder, store }: IngestPorts,
  listed: readonly FileState[],
  part?: CorpusPart,
): Promise<readonly IndexedFile[] | undefined> {
  const state = await store.state();
  if (state === undefined) return undefined;
  refuseOtherPart(state.part, part);
  refuseOtherEmbedder(state.embedder, embedder.identity);
  const files = await store.files();
  if (state.corpus !== source.location && files.some(({ articles }) => articles.length > 0)) {
    refuseOtherCorpus(state.corpus, source.location, files, listed);
  }
  return files;
}

/** @throws PullquoteError `embedder-mismatch` when vectors of the two must not be compared. */
export function refuseOtherEmbedder(indexed: EmbedderIdentity, current: EmbedderIdentity): void {
  const fields = ["name", "model", "digest", "dimensions", "pooling", "maxTokens"] as const;
  const different = fields.filter((field) => indexed[field] !== current[field]);
  if (different.length === 0) return;
  throw new PullquoteError({
    code: "embedder-mismatch",
    message: `The index was made with the embedder ${indexed.name}; ${
      indexed.name === current.name
        ? `its ${different.join(", ")} changed since`
        : `the one in use is ${current.name}`
    }. Vectors of the two cannot be compared.`,
    hint: "pullquote index --rebuild",
  });
}

/** Filled up with the rest it would still be told as that part. */
function refuseOtherPart(indexed: CorpusPart | undefined, wanted: CorpusPart | undefined): void {
  if (indexed?.part === wanted?.part && indexed?.of === wanted?.of) return;
  throw new PullquoteError({
    code: "index-other-corpus",
    message: `What is there holds ${describePart(indexed)}, not ${describePart(wanted)}.`,
    hint:
      wanted === undefined
        ? "Name another index with --index DIR, and add the parts to it: pullquote index --adopt SHARD…"
        : "Name another place with --out",
  });
}

/** A corpus that was moved as a whole keeps its index: its files are still there under their names. */
function refuseOtherCorpus(
  indexed: string,
  current: string,
  files: readonly IndexedFile[],
  listed: readonly FileState[],
): void {
  const sizes = new Map(files.map(({ id, size }) => [id, size]));
  if (listed.some(({ id, size }) => sizes.get(id) === size)) return;
  throw new PullquoteError({
    code: "index-other-corpus",
    message: `This index is of the corpus ${indexed}, not of ${current}.`,
    hint: "Name another index with --index DIR, or replace this one: pullquote index --rebuild",
  });
}
