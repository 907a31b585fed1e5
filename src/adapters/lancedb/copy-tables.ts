// Tables, less some articles → new tables that hold nothing of those articles.

import type { RecordBatch } from "apache-arrow";
import type { Tombstone } from "../../core/index-state.ts";
import { toTombstoneRow } from "./article-rows.ts";
import { matchAny } from "./sql-filters.ts";
import type { IndexTables } from "./tables.ts";
import { putArticleRows } from "./write-tables.ts";

/** Rows in memory at once, about 3 KB each. */
const ROWS_AT_ONCE = 4096;

/**
 * Deleting rows leaves their text in the files until these are rewritten, and in old versions. What
 * a reader wants forgotten must not lie there, so all that stays is copied to new files.
 */
export async function copyWithout(
  from: IndexTables,
  to: IndexTables,
  tombstones: readonly Tombstone[],
): Promise<void> {
  const ids = tombstones.map(({ id }) => id);
  await copyRows(from, to, "passages", `NOT ${matchAny("article_id", ids)}`);
  await copyRows(from, to, "articles", `NOT ${matchAny("id", ids)}`);
  await putArticleRows(to, tombstones.map(toTombstoneRow));
}

async function copyRows(
  from: IndexTables,
  to: IndexTables,
  name: "passages" | "articles",
  where: string,
): Promise<void> {
  const { arrow } = from.library;
  const query = from[name].query().where(where);
  let waiting: RecordBatch[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (rows > 0) await to[name].add(new arrow.Table(waiting));
    waiting = [];
    rows = 0;
  };
  for await (const batch of query) {
    waiting = [...waiting, batch];
    rows += batch.numRows;
    if (rows >= ROWS_AT_ONCE) await flush();
  }
  await flush();
}
