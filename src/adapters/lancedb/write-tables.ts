// Articles → commits on the tables.

import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { type ArticleRow, toRecordRow, toTombstoneRow } from "./article-rows.ts";
import { listPassageRows, type PassageRow } from "./passage-rows.ts";
import { type IndexTables, listRows, matchAny } from "./tables.ts";
import { addTraces, removeTraces } from "./trace-table.ts";

/**
 * Passages first: killed in between, the record still has the old digest (or there is none), so the
 * next run puts the article again. One commit replaces all passages of all these articles.
 * @param stored those of them whose passages the tables have, which the write lock keeps true
 */
export async function putEntries(
  tables: IndexTables,
  entries: readonly ArticleEntry[],
  stored: readonly string[],
): Promise<void> {
  checkDimensions(tables, entries);
  const rows = entries.flatMap(listPassageRows);
  if (stored.length === 0) await addPassages(tables, rows);
  else
    await replacePassages(
      tables,
      entries.map(({ record }) => record.id),
      rows,
    );
  const records = entries.map(({ record }) => record);
  await addTraces(tables, records);
  await putArticleRows(tables, records.map(toRecordRow));
}

/** Those of these articles whose passages the index has, with a record or without one. */
export async function listStored(
  { passages }: IndexTables,
  articleIds: readonly string[],
): Promise<readonly string[]> {
  const query = passages.query().where(matchAny("article_id", articleIds)).select(["article_id"]);
  const rows = listRows<{ article_id: string }>(await query.toArrow(), ["article_id"]);
  return [...new Set(rows.map((row) => row.article_id))];
}

export async function putRecords(
  tables: IndexTables,
  records: readonly ArticleRecord[],
): Promise<void> {
  await putArticleRows(tables, records.map(toRecordRow));
}

/** Passages first: killed in between, the record is still there and the next run removes it again. */
export async function removeArticles(tables: IndexTables, ids: readonly string[]): Promise<void> {
  await tables.passages.delete(matchAny("article_id", ids));
  await removeTraces(tables, ids);
  await tables.articles.delete(matchAny("id", ids));
}

async function putArticleRows(
  { library, articles, articleSchema }: IndexTables,
  rows: readonly ArticleRow[],
): Promise<void> {
  await articles
    .mergeInsert("id")
    .whenMatchedUpdateAll()
    .whenNotMatchedInsertAll()
    .execute(
      library.lance.makeArrowTable(
        rows.map((row) => ({ ...row })),
        { schema: articleSchema },
      ),
    );
}

/** An article of news has a few dozen; a row is copied several times on its way. */
const ROWS_ADDED_AT_ONCE = 1024;

/**
 * A merge reads the whole table into memory; articles that are all new need none. A book of an article goes in
 * by several commits: until its record is there, it is none.
 */
async function addPassages(tables: IndexTables, rows: readonly PassageRow[]): Promise<void> {
  for (const some of splitBatches(rows, ROWS_ADDED_AT_ONCE)) {
    await tables.passages.add(toArrow(tables, some));
  }
}

async function replacePassages(
  tables: IndexTables,
  articleIds: readonly string[],
  rows: readonly PassageRow[],
): Promise<void> {
  const where = matchAny("article_id", articleIds);
  if (rows.length === 0) {
    await tables.passages.delete(where);
    return;
  }
  await tables.passages
    .mergeInsert("id")
    .whenMatchedUpdateAll()
    .whenNotMatchedInsertAll()
    .whenNotMatchedBySourceDelete({ where })
    .execute(toArrow(tables, rows));
}

const toArrow = ({ library, passageSchema }: IndexTables, rows: readonly PassageRow[]) =>
  library.lance.makeArrowTable(
    rows.map((row) => ({ ...row })),
    { schema: passageSchema },
  );

/** LanceDB stores vectors of a wrong length without a word. */
function checkDimensions({ dimensions }: IndexTables, entries: readonly ArticleEntry[]): void {
  for (const { record, passages, vectors } of entries) {
    const wrong = vectors.find(({ vector }) => vector.length !== dimensions);
    if (wrong !== undefined || vectors.length !== passages.length) {
      throw new RangeError(
        `${record.id}: ${passages.length} passages need as many vectors of ${dimensions} numbers; got ${vectors.length}${wrong === undefined ? "" : `, one of ${wrong.vector.length}`}`,
      );
    }
  }
}

/**
 * The tombstones first: killed in between, passages without an article are left, and taken out by the
 * next run. Deleted rows lie in the files until these are written anew, which is for the tidying.
 */
export async function forgetArticles(
  tables: IndexTables,
  tombstones: readonly Tombstone[],
): Promise<void> {
  const ids = tombstones.map(({ id }) => id);
  await putArticleRows(tables, tombstones.map(toTombstoneRow));
  await removeTraces(tables, ids);
  await tables.passages.delete(matchAny("article_id", ids));
}
