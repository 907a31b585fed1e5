// Queries → the passages that they find, ranked by id alone, then fetched once and each checked against its digest.

import type { LegScores } from "../../core/evidence.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { LegHit, LegSearch } from "../../core/ports/passage-store.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { foldAccents } from "../../text/fold-name.ts";
import { PASSAGE_COLUMNS, VECTOR_COLUMNS } from "./columns.ts";
import {
  isVectorSound,
  type PassageRow,
  readPassageRow,
  readRowVectors,
  readSentenceVectors,
  type ShownRow,
} from "./passage-rows.ts";
import { writeScope } from "./select-articles.ts";
import { type IndexTables, listRows, matchAny, quoteLiteral } from "./tables.ts";
import { UnsoundRow } from "./translate-errors.ts";
import { PROBES, REFINED } from "./vector-index.ts";

/** A row that a search found, not yet read. */
interface RankedRow {
  readonly id: string;
  /** Where it lies in the version of the table that was searched; absent of a table on a server. */
  readonly _rowid?: bigint;
  readonly legs: LegScores;
}

/**
 * Each row is read once, whichever searches found it: a read costs more than a search where the tables
 * lie far away. @throws UnsoundRow; Error where the table was rewritten in between
 */
export async function searchPassages(
  tables: IndexTables,
  searches: readonly LegSearch[],
): Promise<LegHit[]> {
  const ranked = (await Promise.all(searches.map((one) => rankRows(tables, one)))).flat();
  const rows = await takeRows(tables, new Map(ranked.map(({ _rowid, id }) => [id, _rowid])));
  return ranked.flatMap(({ id, legs }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [{ ...row, legs }];
  });
}

async function rankRows(tables: IndexTables, search: LegSearch): Promise<RankedRow[]> {
  const where = await writeScope(tables, search.scope);
  if (where === undefined) return [];
  const isDense = search.kind === "dense";
  const score = isDense ? "_distance" : "_score";
  const query = isDense
    ? tables.passages
        .vectorSearch(search.vector)
        .distanceType("cosine")
        .nprobes(PROBES)
        .refineFactor(REFINED)
    : tables.passages.query().fullTextSearch(composeQuery(tables, search));
  if (where !== "") query.where(where);
  const columns = ["id", ...(isOnServer(tables) ? [] : ["_rowid"]), score];
  if (!isOnServer(tables)) query.withRowId();
  const found = await query.select(columns).limit(search.limit).toArrow();
  type FoundRow = Omit<RankedRow, "legs"> & Record<typeof score, number>;
  return listRows<FoundRow>(found, columns).map(({ [score]: value, ...row }) => ({
    ...row,
    legs: isDense ? { dense: 1 - value } : { fullText: value },
  }));
}

/** Queries under way at a time. */
const PHRASES_AT_ONCE = 16;

export async function findPhrases(
  { library: { lance }, passages }: IndexTables,
  phrases: readonly string[],
  limit: number,
): Promise<readonly (readonly string[])[]> {
  const find = async (phrase: string): Promise<readonly string[]> => {
    const query = new lance.PhraseQuery(foldAccents(phrase), "searchable");
    const found = passages.query().fullTextSearch(query).limit(limit);
    const columns = ["article_id", "_score"];
    const rows = listRows<{ article_id: string }>(await found.select(columns).toArrow(), columns);
    return [...new Set(rows.map((row) => row.article_id))];
  };
  const holders: (readonly string[])[] = [];
  for (const some of splitBatches(phrases, PHRASES_AT_ONCE)) {
    holders.push(...(await Promise.all(some.map(find))));
  }
  return holders;
}

/** LanceDB Cloud and Enterprise find rows by what is in them alone. */
const isOnServer = ({ path }: IndexTables): boolean => path.startsWith("db://");

/** Passages that hold some of the words, or all of them side by side. */
function composeQuery(
  { library: { lance } }: IndexTables,
  { kind, text }: Exclude<LegSearch, { readonly kind: "dense" }>,
) {
  const Query = kind === "phrase" ? lance.PhraseQuery : lance.MatchQuery;
  return new Query(foldAccents(text), "searchable");
}

/** By id. */
async function takeRows(
  tables: IndexTables,
  wanted: ReadonlyMap<string, bigint | undefined>,
): Promise<ReadonlyMap<string, Omit<LegHit, "legs">>> {
  if (wanted.size === 0) return new Map();
  const { passages } = tables;
  const places = [...wanted.values()].filter((place) => place !== undefined);
  const query = isOnServer(tables)
    ? passages.query().where(matchAny("id", wanted.keys()))
    : passages.takeRowIds(places);
  const rows = listRows<ShownRow>(
    await query.select([...PASSAGE_COLUMNS]).toArrow(),
    PASSAGE_COLUMNS,
  );
  if (rows.length !== wanted.size || !rows.every(({ id }) => wanted.has(id))) {
    throw new Error("the table of passages was rewritten while it was searched");
  }
  return new Map(rows.map((row) => [row.id, toHit(row)]));
}

function toHit(row: ShownRow): Omit<LegHit, "legs"> {
  const sentenceVectors = readSentenceVectors(row);
  return { passage: checkRow(row), ...(sentenceVectors !== undefined && { sentenceVectors }) };
}

/** In order of position. */
export async function readPassages(
  { passages }: IndexTables,
  articleId: string,
): Promise<StoredPassage[]> {
  const found = await passages
    .query()
    .where(`article_id = ${quoteLiteral(articleId)}`)
    .select([...PASSAGE_COLUMNS])
    .toArrow();
  return listRows<ShownRow>(found, PASSAGE_COLUMNS)
    .map(checkRow)
    .sort((one, other) => one.position - other.position);
}

/** In order of the passages' position, if they were cut from a file of that digest. */
export async function readVectors(
  { passages }: IndexTables,
  articleId: string,
  sha256: string,
): Promise<TextVectors[] | undefined> {
  const columns = [...PASSAGE_COLUMNS, ...VECTOR_COLUMNS];
  const found = await passages
    .query()
    .where(`article_id = ${quoteLiteral(articleId)}`)
    .select(columns)
    .toArrow();
  const rows = listRows<PassageRow>(found, columns);
  const isSame = rows.map(checkWhole).every(({ articleSha256 }) => articleSha256 === sha256);
  if (rows.length === 0 || !isSame) return undefined;
  return rows.sort((one, other) => one.position - other.position).map(readRowVectors);
}

/** Reads every row, some at a time. @throws UnsoundRow and what LanceDB throws */
export async function checkPassages({ library, passages }: IndexTables): Promise<void> {
  const columns = [...PASSAGE_COLUMNS, ...VECTOR_COLUMNS];
  for await (const batch of passages.query().select(columns)) {
    listRows<PassageRow>(new library.arrow.Table([batch]), columns).forEach(checkWhole);
  }
}

function checkWhole(row: PassageRow): StoredPassage {
  if (!isVectorSound(row)) throw new UnsoundRow(row.id);
  return checkRow(row);
}

function checkRow(row: ShownRow): StoredPassage {
  const passage = readPassageRow(row);
  if (passage === undefined) throw new UnsoundRow(row.id);
  return passage;
}
