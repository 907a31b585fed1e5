// A query → the passages that one leg finds, each checked against its digest.

import type { FullTextQuery, Table } from "@lancedb/lancedb";
import type { Table as ArrowTable } from "apache-arrow";
import type { LegScores } from "../../core/evidence.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { ArticleScope, LegHit } from "../../core/ports/passage-store.ts";
import { holdsPhrase } from "../../english/quoted-phrases.ts";
import { foldAccents } from "../../text/fold-name.ts";
import {
  PASSAGE_COLUMNS,
  type PassageRow,
  readPassageRow,
  readRowVectors,
} from "./passage-rows.ts";
import { FULL_TEXT_INDEX, type IndexTables, listRows, matchAny, quoteLiteral } from "./tables.ts";

/** Rows of a run that is under way: a batch of articles, and what a killed run left. */
const MOST_UNINDEXED = 1000;
/** The tokenizer of the index drops words of as many bytes. */
const DROPPED_BYTES = 40;

interface RowId {
  readonly _rowid: bigint;
}

/** A row that does not match its digest, by id; the store turns it into an error. */
export class UnsoundRow extends Error {}

export async function searchDense(
  { passages }: IndexTables,
  vector: Float32Array,
  limit: number,
  scope: ArticleScope,
): Promise<LegHit[]> {
  if (scope?.size === 0) return [];
  const query = passages.vectorSearch(vector).distanceType("cosine").refineFactor(20).limit(limit);
  if (scope !== undefined) query.where(matchAny("article_id", scope));
  const found = await query.select(["_rowid", "_distance"]).toArrow();
  return readHits(passages, found, "_distance", (distance) => ({ dense: 1 - distance }));
}

export async function searchFullText(
  tables: IndexTables,
  text: string,
  limit: number,
  scope: ArticleScope,
): Promise<LegHit[]> {
  const { MatchQuery } = tables.library.lance;
  const wanted = foldAccents(text);
  if (!hasToken(wanted)) return [];
  return searchWords(tables, new MatchQuery(wanted, "searchable"), limit, scope);
}

/** LanceDB looks for phrases in its index alone: rows that are not in it yet are looked through here. */
export async function searchPhrase(
  tables: IndexTables,
  phrase: string,
  limit: number,
  scope: ArticleScope,
): Promise<LegHit[]> {
  const { MatchQuery, Operator, PhraseQuery } = tables.library.lance;
  const wanted = foldAccents(phrase);
  if (!hasToken(wanted)) return [];
  const hits = await searchWords(tables, new PhraseQuery(wanted, "searchable"), limit, scope);
  const index = await tables.passages.indexStats(FULL_TEXT_INDEX);
  if (hits.length >= limit || index?.numUnindexedRows === 0) return hits;
  const words = new MatchQuery(wanted, "searchable", { operator: Operator.And });
  const holding = await searchWords(tables, words, MOST_UNINDEXED, scope, (searchable) =>
    holdsPhrase(searchable, wanted),
  );
  const known = new Set(hits.map(({ passage }) => passage.id));
  return [...hits, ...holding.filter(({ passage }) => !known.has(passage.id))].slice(0, limit);
}

async function searchWords(
  { passages }: IndexTables,
  wanted: FullTextQuery,
  limit: number,
  scope: ArticleScope,
  holds?: (searchable: string) => boolean,
): Promise<LegHit[]> {
  if (scope?.size === 0) return [];
  const query = passages.query().fullTextSearch(wanted).limit(limit);
  if (scope !== undefined) query.where(matchAny("article_id", scope));
  const found = await query.select(["_rowid", "_score"]).toArrow();
  return readHits(passages, found, "_score", (score) => ({ fullText: score }), holds);
}

/** Without one, a search of rows that are not indexed yet fails instead of finding nothing. */
function hasToken(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.some((word) => Buffer.byteLength(word) < DROPPED_BYTES);
}

/** Rows with their vectors, in order of position. */
export async function readArticleRows(
  { passages }: IndexTables,
  articleId: string,
): Promise<{ passage: StoredPassage; vectors: TextVectors }[]> {
  const found = await passages
    .query()
    .where(`article_id = ${quoteLiteral(articleId)}`)
    .select([...PASSAGE_COLUMNS])
    .toArrow();
  return listRows<PassageRow>(found, PASSAGE_COLUMNS)
    .map((row) => ({ passage: checkRow(row), vectors: readRowVectors(row) }))
    .sort((one, other) => one.passage.position - other.passage.position);
}

/**
 * LanceDB's own way to fetch the columns of rows that a search found ends the process on some damaged
 * files; a plain query for the same rows throws. So a search gives row ids, and a query the rows.
 */
async function readHits(
  passages: Table,
  found: ArrowTable,
  scoreColumn: "_distance" | "_score",
  toLegs: (score: number) => LegScores,
  holds: (searchable: string) => boolean = () => true,
): Promise<LegHit[]> {
  type Hit = RowId & Record<typeof scoreColumn, number>;
  const hits = listRows<Hit>(found, ["_rowid", scoreColumn]);
  if (hits.length === 0) return [];
  const columns = [...PASSAGE_COLUMNS, "searchable", "_rowid"];
  const where = `_rowid IN (${hits.map(({ _rowid }) => _rowid).join(",")})`;
  const fetched = await passages.query().where(where).select(columns).toArrow();
  const rows = new Map(
    listRows<PassageRow & RowId>(fetched, columns).map((row) => [row._rowid, row]),
  );
  return hits.flatMap((hit) => {
    const row = rows.get(hit._rowid);
    // Another process has replaced it meanwhile: the store searches again.
    if (row === undefined) throw new Error("a row that was found is gone");
    if (!holds(row.searchable)) return [];
    const { sentences } = readRowVectors(row);
    return {
      passage: checkRow(row),
      legs: toLegs(hit[scoreColumn]),
      ...(sentences !== undefined && { sentenceVectors: sentences }),
    };
  });
}

function checkRow(row: PassageRow): StoredPassage {
  const passage = readPassageRow(row);
  if (passage === undefined) throw new UnsoundRow(row.id);
  return passage;
}
