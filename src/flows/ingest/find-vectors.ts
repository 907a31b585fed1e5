// Passages → their vectors, taken from an article of the same content where there is one.

import type { ArticleRecord } from "../../model/index-state.ts";
import type { Passage } from "../../model/passage.ts";
import type { Embedder } from "../../ports/embedder.ts";
import type { PassageStore } from "../../ports/passage-store.ts";
import { composePassageText } from "../../stages/ingest/compose-passage-text.ts";

export interface Vectors {
  readonly vectors: readonly Float32Array[];
  /** How many of them the embedder was asked for. */
  readonly embedded: number;
}

export async function findVectors(
  ports: { readonly embedder: Embedder; readonly store: PassageStore },
  article: { readonly record: ArticleRecord; readonly passages: readonly Passage[] },
  twin: ArticleRecord | undefined,
  signal?: AbortSignal,
): Promise<Vectors> {
  const kept = await reuseVectors(ports.store, article, twin);
  if (kept !== undefined) return { vectors: kept, embedded: 0 };
  const title = article.record.metadata.title?.value;
  const texts = article.passages.map(({ text }) => composePassageText(title, text));
  const vectors = await ports.embedder.embedPassages(texts, signal);
  return { vectors, embedded: vectors.length };
}

/** The twin may be read by other rules (`.md` or `.txt`): only equal texts under equal titles count. */
async function reuseVectors(
  store: PassageStore,
  { record, passages }: { readonly record: ArticleRecord; readonly passages: readonly Passage[] },
  twin: ArticleRecord | undefined,
): Promise<readonly Float32Array[] | undefined> {
  if (twin?.passages !== passages.length) return undefined;
  if (twin.metadata.title?.value !== record.metadata.title?.value) return undefined;
  const stored = await store.passagesOf(twin.id);
  if (!passages.every(({ text }, index) => stored[index]?.text === text)) return undefined;
  return await store.vectorsOf(twin.id, record.sha256);
}
