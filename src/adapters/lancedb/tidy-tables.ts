// Tables after a run → compact, indexed, and free of what kills and old versions left.

import type { Table } from "@lancedb/lancedb";
import { type IndexTables, listRows, matchAny } from "./tables.ts";
import { indexVectors } from "./vector-index.ts";

/** Readers that started a query on an older version have this long to finish it. */
const GRACE_MS = 60_000;
const ORPHANS_AT_ONCE = 1000;

/** Only under the write lock: what is unfinished then belongs to nobody. */
export async function tidyTables(tables: IndexTables): Promise<void> {
  await removeOrphans(tables);
  await indexVectors(tables);
  await indexColumns(tables);
  for (const table of [tables.passages, tables.articles, tables.traces]) await compact(table);
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

/** What is looked up by value; rows added later are looked through until the next tidying takes them in. */
const LOOKED_UP = [
  ["passages", "article_id"],
  ["passages", "published"],
  ["articles", "id"],
  ["articles", "text_sha256"],
  ["articles", "published"],
  ["traces", "trace"],
] as const;

async function indexColumns(tables: IndexTables): Promise<void> {
  for (const [name, column] of LOOKED_UP) {
    const indices = await tables[name].listIndices();
    if (indices.some(({ columns }) => columns.includes(column))) continue;
    await tables[name].createIndex(column, { config: tables.library.lance.Index.btree() });
  }
}

async function compact(table: Table): Promise<void> {
  const cleanupOlderThan = new Date(Date.now() - GRACE_MS);
  try {
    await table.optimize({ cleanupOlderThan, deleteUnverified: true });
  } catch (error) {
    // A server of tables does this by itself, and says that it is not to be asked.
    if (!/not supported/i.test(String(error))) throw error;
  }
}
