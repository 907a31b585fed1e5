// Rows that are to be deleted → the files of the table without them, and nothing of them anywhere.

import type { Table } from "@lancedb/lancedb";
import type { IndexLook } from "./index-look.ts";
import { type IndexTables, listRows, matchAny } from "./tables.ts";
import { listDeletions, type UnfinishedWork } from "./unfinished-work.ts";

/** LanceDB numbers rows by the fragment that they lie in, and their place in it. */
const FRAGMENT_BITS = 32n;
/** LanceDB writes a fragment anew once more than a tenth of it is deleted, or as much was before: so many of its rows are moved out. */
const SHARE = 0.112;
/** Smaller fragments are moved whole. */
const SMALL = 20_000;

/** The fragments that hold what the index keeps of these articles. */
export async function findErasing(
  { passages, articles, traces }: IndexTables,
  ids: readonly string[],
): Promise<UnfinishedWork["erasing"]> {
  return {
    passages: await findFragments(passages, matchAny("article_id", ids)),
    articles: await findFragments(articles, matchAny("id", ids)),
    traces: await findFragments(traces, matchAny("article_id", ids)),
  };
}

/**
 * The fragments that may hold what these articles were before they were changed, or before a row was moved:
 * LanceDB does not tell what its deleted rows are of.
 */
export async function findFormer(
  { state, isFinished, measure }: IndexLook,
  ids: readonly string[],
): Promise<UnfinishedWork["erasing"]> {
  const { former = [] } = state ?? {};
  const known = new Set(former === true ? ids : former);
  const isFree = isFinished && !ids.some((id) => known.has(id));
  return listDeletions(isFree ? [] : Object.keys(await measure()));
}

export async function findFragments(table: Table, where: string): Promise<number[]> {
  const rows = await table.query().where(where).select([]).withRowId().toArrow();
  const ids = rows.getChild("_rowid");
  const found = new Set<number>();
  for (let at = 0; at < rows.numRows; at += 1) {
    found.add(Number(BigInt(ids?.get(at)) >> FRAGMENT_BITS));
  }
  return [...found];
}

/**
 * A deleted row stays in its fragment's file, and its words in the full-text index, until both are
 * written anew. Rows moved out of the fragment, unchanged, bring LanceDB to do that: it writes the
 * fragment anew without the deleted ones, and an index that takes in the moved rows drops the deleted.
 * @param column any of the table's that holds numbers; its values stay
 * @param owner the column that says of which article a row is
 * @returns whose rows lie deleted in a fragment that was not written anew
 */
export async function eraseDeleted(
  table: Table,
  fragments: readonly number[],
  column: string,
  owner: string,
): Promise<readonly string[]> {
  const valuesSql = { [column]: column };
  let moved = 0;
  const move = async (where: string): Promise<void> => {
    moved += (await table.update({ where, valuesSql })).rowsUpdated;
  };
  for (const fragment of fragments) {
    const left = await table.countRows(within(fragment, undefined));
    if (left > 0) await move(within(fragment, left > SMALL ? Math.ceil(left * SHARE) : undefined));
  }
  const deleted = moved === 0 ? await moveOne(table, move, owner) : [];
  await compact(table, 0);
  // Should LanceDB think otherwise of a tenth some day, all rows are moved.
  for (const fragment of fragments) {
    const left = await table.countRows(within(fragment, undefined));
    if (left > 0) await move(within(fragment, undefined));
  }
  // The version before the first compaction still names the old files: this removes them.
  await compact(table, 0);
  return deleted;
}

/** Takes in what is not indexed, joins small files, and drops versions that are older. */
export async function compact(table: Table, graceMs: number): Promise<void> {
  const cleanupOlderThan = new Date(Date.now() - graceMs);
  try {
    await table.optimize({ cleanupOlderThan, deleteUnverified: true });
  } catch (error) {
    // A server of tables does this by itself, and says that it is not to be asked.
    if (!/not supported/i.test(String(error))) throw error;
  }
}

/** Where the deleted rows were alone in their fragment, nothing else would make the index drop them. */
async function moveOne(
  table: Table,
  move: (where: string) => Promise<void>,
  owner: string,
): Promise<readonly string[]> {
  const found = await table.query().limit(1).select([owner]).withRowId().toArrow();
  const [row] = listRows<Record<string, unknown>>(found, [owner, "_rowid"]);
  if (row === undefined) return [];
  await move(`_rowid = ${row["_rowid"]}`);
  return [String(row[owner])];
}

/** @param rows how many, from the first; all of them unless given */
function within(fragment: number, rows: number | undefined): string {
  const first = BigInt(fragment) << FRAGMENT_BITS;
  const end = first + (rows === undefined ? 1n << FRAGMENT_BITS : BigInt(rows));
  return `_rowid >= ${first} AND _rowid < ${end}`;
}
