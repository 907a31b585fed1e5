// Tables after a run → compact, indexed, and free of what kills and old versions left.

import type { Table } from "@lancedb/lancedb";
import { type IndexTables, listRows, matchAny } from "./tables.ts";

/** Readers that started a query on an older version have this long to finish it. */
const GRACE_MS = 60_000;
/** Below it comparing with every vector takes under 100 ms and finds everything. */
const VECTOR_INDEX_ROWS = 100_000;
const ORPHANS_AT_ONCE = 1000;

/** Only under the write lock: what is unfinished then belongs to nobody. */
export async function tidyTables(tables: IndexTables): Promise<void> {
  await removeOrphans(tables);
  await indexVectors(tables);
  for (const table of [tables.passages, tables.articles]) await compact(table);
}

/** Passages whose article has no record: a run was killed between the two commits. */
async function removeOrphans({ passages, articles }: IndexTables): Promise<void> {
  const known = new Set(await listColumn(articles, "id", "status = 'indexed'"));
  const stored = new Set(await listColumn(passages, "article_id"));
  const orphans = [...stored].filter((id) => !known.has(id));
  for (let start = 0; start < orphans.length; start += ORPHANS_AT_ONCE) {
    await passages.delete(matchAny("article_id", orphans.slice(start, start + ORPHANS_AT_ONCE)));
  }
}

async function listColumn(table: Table, column: string, where?: string): Promise<string[]> {
  const query = table.query().select([column]);
  if (where !== undefined) query.where(where);
  const rows = listRows<Record<string, string>>(await query.toArrow(), [column]);
  return rows.flatMap((row) => row[column] ?? []);
}

async function indexVectors({ library, passages }: IndexTables): Promise<void> {
  if ((await passages.countRows()) < VECTOR_INDEX_ROWS) return;
  const indices = await passages.listIndices();
  if (indices.some(({ columns }) => columns.includes("vector"))) return;
  const config = library.lance.Index.ivfRq({ distanceType: "cosine" });
  await passages.createIndex("vector", { config });
}

async function compact(table: Table): Promise<void> {
  const cleanupOlderThan = new Date(Date.now() - GRACE_MS);
  await table.optimize({ cleanupOlderThan, deleteUnverified: true });
}
