// Tables after a run → compact, indexed, and free of what kills and old versions left.

import type { Table } from "@lancedb/lancedb";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { compact, eraseDeleted, findFragments } from "./erase-rows.ts";
import { type IndexTables, listRows, matchAny } from "./tables.ts";
import { removeTraces } from "./trace-table.ts";
import type { UnfinishedWork } from "./unfinished-work.ts";
import { indexVectors } from "./vector-index.ts";

/** Readers that started a query on an older version have this long to finish it. */
const GRACE_MS = 60_000;
const IDS_AT_ONCE = 1000;

/**
 * Only under the write lock: what is unfinished then belongs to nobody.
 * @param work what was begun; all rows are looked at where nobody knows
 * @returns whose deleted rows this leaves in the files
 */
export async function tidyTables(
  tables: IndexTables,
  work: UnfinishedWork | undefined,
): Promise<readonly string[]> {
  const deleted = [...(await removeOrphans(tables, work?.putting))];
  await indexVectors(tables);
  await indexColumns(tables);
  for (const [name, column, owner] of NUMBERS) {
    const [table, fragments] = [tables[name], work?.erasing[name]];
    // Nobody knows where erased text may lie: wherever rows are left.
    const erased = fragments ?? (await findFragments(table, "true"));
    if (erased.length > 0) deleted.push(...(await eraseDeleted(table, erased, column, owner)));
    else if (await isWorthIt(table)) await compact(table, GRACE_MS);
  }
  return deleted;
}

/** A column of numbers in each table, and that of the article's id. */
const NUMBERS = [
  ["passages", "position", "article_id"],
  ["articles", "passages", "id"],
  ["traces", "trace", "article_id"],
] as const;

/** Up to here a table is written and indexed anew in less than a second. */
const SMALL_TABLE = 20_000;
/** Rows that no index has are looked through at each question, and found all the same. */
const MOST_UNINDEXED = 1000;
const UNINDEXED_SHARE = 1 / 500;
/** Each commit adds a file, and a deletion where it replaced rows; in a store each file is a request. */
const MOST_FRAGMENTS = 48;
/** Files of fewer on average are soon written anew. */
const LEAST_ROWS = 5000;

/**
 * LanceDB writes a full-text index anew for one row that it lacks, and a table's files to join a small one
 * with them: in a large index that waits until it is worth it.
 */
async function isWorthIt(table: Table): Promise<boolean> {
  const rows = await table.countRows();
  if (rows <= SMALL_TABLE) return true;
  const { fragmentStats } = await table.stats();
  if (fragmentStats.numFragments > Math.min(MOST_FRAGMENTS, 1 + rows / LEAST_ROWS)) return true;
  for (const { name } of await table.listIndices()) {
    const unindexed = (await table.indexStats(name))?.numUnindexedRows ?? 0;
    if (unindexed > Math.max(MOST_UNINDEXED, rows * UNINDEXED_SHARE)) return true;
  }
  return false;
}

/** Passages whose article has no record: a run was killed between the two commits. */
async function removeOrphans(
  tables: IndexTables,
  putting: readonly string[] | undefined,
): Promise<readonly string[]> {
  const { passages, articles } = tables;
  const removed: string[] = [];
  const stored = putting ?? [...new Set(await listColumn(passages, "article_id"))];
  for (const ids of splitBatches(stored, IDS_AT_ONCE)) {
    const where = `status = 'indexed' AND ${matchAny("id", ids)}`;
    const known = new Set(await listColumn(articles, "id", where));
    const orphans = ids.filter((id) => !known.has(id));
    if (orphans.length === 0) continue;
    await passages.delete(matchAny("article_id", orphans));
    await removeTraces(tables, orphans);
    removed.push(...orphans);
  }
  return removed;
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
