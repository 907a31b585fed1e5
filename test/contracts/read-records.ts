// A store → the ids of its articles, or their records, each held against its digest; both in the order of the ids.

import type { ArticleRecord } from "../../src/core/index-state.ts";
import type { ListWish, PassageStore } from "../../src/core/ports/passage-store.ts";

export async function listIds(
  store: Pick<PassageStore, "list">,
  wanted?: ListWish,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const part of store.list([], wanted)) ids.push(...part.map(({ id }) => id));
  return ids;
}

export async function readRecords(
  store: Pick<PassageStore, "list" | "recordsOf">,
): Promise<readonly ArticleRecord[]> {
  const records = await store.recordsOf(await listIds(store));
  return records.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
