// Conditions, ids, names or traces → the articles that have them, by the indexes of their table.

import type { Searched } from "../../core/evidence.ts";
import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type {
  ArticleConditions,
  ArticleScope,
  ListedField,
  ListedFields,
  ListWish,
  NameSearch,
} from "../../core/ports/passage-store.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import {
  type ArticleRow,
  isArticleRowSound,
  listColumns,
  toListed,
  toRecord,
  toTombstone,
} from "./article-rows.ts";
import { ARTICLE_COLUMNS } from "./columns.ts";
import { listNameWords, writeConditions } from "./filter-rows.ts";
import { type IndexTables, listRows, matchAny, quoteLiteral } from "./tables.ts";
import { UnsoundRow } from "./translate-errors.ts";

/** Ids in one filter: a longer one takes longer to plan than to run. */
const IDS_AT_ONCE = 1000;

const INDEXED = "status = 'indexed'";
const whereAll = (...conditions: readonly string[]): string =>
  conditions.filter((one) => one !== "").join(" AND ");
/** SQL on the articles that are indexed and meet all of this. */
const whereIndexed = (scope: ArticleConditions, ...more: readonly string[]): string =>
  whereAll(INDEXED, writeConditions(scope, "id"), ...more);

/** Articles by id, tombstones left out. @throws UnsoundRow and what LanceDB throws */
export async function readRecords(
  tables: IndexTables,
  ids: readonly string[],
): Promise<ArticleRecord[]> {
  return readBatches(tables, "id", ids);
}

export async function readWithText(
  tables: IndexTables,
  textSha256s: readonly string[],
): Promise<ArticleRecord[]> {
  return readBatches(tables, "text_sha256", textSha256s);
}

async function readBatches(
  tables: IndexTables,
  column: string,
  values: readonly string[],
): Promise<ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  for (const some of splitBatches(values, IDS_AT_ONCE)) {
    records.push(...(await readWhere(tables, matchAny(column, some))));
  }
  return records;
}

async function readWhere(
  { articles }: IndexTables,
  where: string,
  limit?: number,
): Promise<ArticleRecord[]> {
  const query = articles.query().where(where);
  if (limit !== undefined) {
    const newestFirst = { columnName: "published", ascending: false, nullsFirst: false };
    query.orderBy([newestFirst, { columnName: "id" }]).limit(limit);
  }
  return toRecords(await query.select([...ARTICLE_COLUMNS]).toArrow());
}

function readRows(found: Parameters<typeof listRows>[0]): ArticleRow[] {
  const rows = listRows<ArticleRow>(found, ARTICLE_COLUMNS);
  const unsound = rows.find((row) => !isArticleRowSound(row));
  if (unsound !== undefined) throw new UnsoundRow(unsound.id);
  return rows;
}

const toRecords = (found: Parameters<typeof listRows>[0]): ArticleRecord[] =>
  readRows(found)
    .filter(({ status }) => status === "indexed")
    .map(toRecord);

/** Reads every row, some at a time. @throws UnsoundRow and what LanceDB throws */
export async function checkArticles({ library, articles }: IndexTables): Promise<void> {
  for await (const batch of articles.query().select([...ARTICLE_COLUMNS])) {
    readRows(new library.arrow.Table([batch]));
  }
}

/** LanceDB sorts the ids alone, and fetches the other columns batch by batch. @throws UnsoundRow and what LanceDB throws */
export async function* listArticles<Field extends ListedField>(
  { library, articles }: IndexTables,
  fields: readonly Field[],
  { scope = {}, after, limit }: ListWish,
): AsyncGenerator<readonly ListedFields<Field>[]> {
  if (scope.ids?.size === 0) return;
  const beyond = after === undefined ? "" : `id > ${quoteLiteral(after)}`;
  // One whose status is damaged is read too, to be missed.
  const where = whereAll("status <> 'removed'", writeConditions(scope, "id"), beyond);
  const query = articles.query().where(where);
  query.orderBy({ columnName: "id" });
  if (limit !== undefined) query.limit(limit);
  const columns = ["id", "status", ...listColumns(fields)];
  for await (const batch of query.select(columns)) {
    const rows = listRows<ArticleRow>(new library.arrow.Table([batch]), columns);
    const unsound = rows.find(({ status }) => status !== "indexed");
    if (unsound !== undefined) throw new UnsoundRow(unsound.id);
    yield rows.map((row) => toListed(row, fields));
  }
}

export async function readTombstones({ articles }: IndexTables): Promise<Tombstone[]> {
  const query = articles
    .query()
    .where("status = 'removed'")
    .select([...ARTICLE_COLUMNS]);
  return readRows(await query.toArrow()).map(toTombstone);
}

/** Without `names`: passages have none, so the ids stand for them. */
async function resolveNames(
  { articles }: IndexTables,
  scope: ArticleConditions,
): Promise<ArticleConditions> {
  if (scope.ids?.size === 0 || scope.names === undefined || scope.names.length === 0) return scope;
  const where = whereIndexed(scope);
  const found = await articles.query().where(where).select(["id"]).toArrow();
  return { ids: new Set(listRows<{ id: string }>(found, ["id"]).map(({ id }) => id)) };
}

/** SQL on passages, empty where all are meant; undefined where no article meets it. */
export async function writeScope(
  tables: IndexTables,
  scope: ArticleScope,
): Promise<string | undefined> {
  if (scope === undefined) return "";
  const resolved = await resolveNames(tables, scope);
  return resolved.ids?.size === 0 ? undefined : writeConditions(resolved, "article_id");
}

export async function measureScope(
  tables: IndexTables,
  scope: ArticleConditions,
): Promise<Searched> {
  const { since, until, ...undated } = scope;
  if (undated.ids?.size === 0) return { articles: 0, passages: 0, undated: 0 };
  const { articles, passages } = tables;
  const where = await writeScope(tables, scope);
  const isDated = since !== undefined || until !== undefined;
  return {
    articles: await articles.countRows(whereIndexed(scope)),
    passages: where === undefined ? 0 : await passages.countRows(where),
    undated: isDated ? await articles.countRows(whereIndexed(undated, "published IS NULL")) : 0,
  };
}

/** Days back from the last one asked for, as far as must be looked: a sort of all articles reads them all. */
const LOOKED_BACK = [31, 366, 3660] as const;
const DAY_MS = 86_400_000;

export async function readNewest(
  tables: IndexTables,
  limit: number,
  scope: ArticleScope = {},
): Promise<ArticleRecord[]> {
  if (scope.ids?.size === 0) return [];
  const last = Date.parse(scope.until ?? new Date().toISOString().slice(0, 10));
  for (const days of Number.isNaN(last) ? [] : LOOKED_BACK) {
    const since = new Date(last - days * DAY_MS).toISOString().slice(0, 10);
    if (scope.since !== undefined && scope.since >= since) break;
    const where = whereIndexed({ ...scope, since });
    if ((await tables.articles.countRows(where)) >= limit) return readWhere(tables, where, limit);
  }
  return readWhere(tables, whereIndexed(scope), limit);
}

/** Edits between a word and one that it may be a slip of: letters that changed places are two. */
const SLIP_EDITS = 2;

export async function readNamed(
  { articles, library: { lance } }: IndexTables,
  search: NameSearch,
): Promise<ArticleRecord[]> {
  const isWhole = "stems" in search;
  const words = isWhole ? search.stems : search.slips.flatMap(listNameWords);
  if (words.length === 0) return [];
  const query = new lance.MatchQuery(words.join(" "), "name_words", {
    ...(isWhole ? { operator: lance.Operator.And } : { fuzziness: SLIP_EDITS, prefixLength: 1 }),
  });
  const found = articles.query().fullTextSearch(query).limit(search.limit);
  return toRecords(await found.select([...ARTICLE_COLUMNS]).toArrow());
}
