// Queries → the passages that they find, ranked by id alone, then fetched once and each checked against its digest.

import type { LegScores } from "../../core/evidence.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { LegHit, LegSearch } from "../../core/ports/passage-store.ts";
import { foldAccents } from "../../text/fold-name.ts";
import { PASSAGE_COLUMNS, VECTOR_COLUMNS } from "./columns.ts";
import {
  isVectorSound,
  type PassageRow,
  readPassageRow,
  readSentenceVectors,
  type ShownRow,
} from "./passage-rows.ts";
import { UnsoundRow, writeScope } from "./select-articles.ts";
import { type IndexTables, listRows, quoteLiteral } from "./tables.ts";
import { PROBES, REFINED } from "./vector-index.ts";

/** A row that a search found, not yet read. */
interface RankedRow {
  readonly id: string;
  /** Where it lies in the version of the table that was searched. */
  readonly _rowid: bigint;
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
  const wanted = new Map(ranked.map(({ _rowid, id }) => [_rowid, id]));
  const rows = await takeRows(tables, wanted);
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
  const found = await query
    .withRowId()
    .select(["id", "_rowid", score])
    .limit(search.limit)
    .toArrow();
  type FoundRow = Pick<RankedRow, "id" | "_rowid"> & Record<typeof score, number>;
  return listRows<FoundRow>(found, ["id", "_rowid", score]).map((row) => ({
    id: row.id,
    _rowid: row._rowid,
    legs: isDense ? { dense: 1 - row[score] } : { fullText: row[score] },
  }));
}

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
  { passages }: IndexTables,
  wanted: ReadonlyMap<bigint, string>,
): Promise<ReadonlyMap<string, Omit<LegHit, "legs">>> {
  if (wanted.size === 0) return new Map();
  const found = await passages
    .takeRowIds([...wanted.keys()])
    .select([...PASSAGE_COLUMNS])
    .toArrow();
  const rows = listRows<ShownRow>(found, PASSAGE_COLUMNS);
  const ids = new Set(wanted.values());
  if (rows.length !== ids.size || !rows.every(({ id }) => ids.has(id))) {
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

/** In order of the passages' position, with the digest of the file that each was cut from. */
export async function readVectors(
  { passages }: IndexTables,
  articleId: string,
): Promise<{ articleSha256: string; vectors: TextVectors }[]> {
  const columns = [...PASSAGE_COLUMNS, ...VECTOR_COLUMNS];
  const found = await passages
    .query()
    .where(`article_id = ${quoteLiteral(articleId)}`)
    .select(columns)
    .toArrow();
  return listRows<PassageRow>(found, columns)
    .sort((one, other) => one.position - other.position)
    .map((row) => {
      const { articleSha256 } = checkWhole(row);
      const sentences = readSentenceVectors(row);
      return {
        articleSha256,
        vectors: { vector: row.vector, ...(sentences !== undefined && { sentences }) },
      };
    });
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
