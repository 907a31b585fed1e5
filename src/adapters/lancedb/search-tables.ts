// A query → the passages that one leg finds, each checked against its digest.

import type { Table as ArrowTable } from "apache-arrow";
import type { LegScores } from "../../core/evidence.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { ArticleScope, LegHit } from "../../core/ports/passage-store.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { foldAccents } from "../../text/fold-name.ts";
import { type ArticleRow, isArticleRowSound, toRecord } from "./article-rows.ts";
import { ARTICLE_COLUMNS, PASSAGE_COLUMNS } from "./columns.ts";
import { type PassageRow, readPassageRow, readRowVectors } from "./passage-rows.ts";
import { type IndexTables, listRows, matchAny, quoteLiteral } from "./tables.ts";

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
  const found = await query.select([...PASSAGE_COLUMNS, "_distance"]).toArrow();
  return readHits(found, "_distance", (distance) => ({ dense: 1 - distance }));
}

/** Passages that hold some of the words, or all of them side by side. */
export async function searchWords(
  { library: { lance }, passages }: IndexTables,
  kind: "MatchQuery" | "PhraseQuery",
  text: string,
  limit: number,
  scope: ArticleScope,
): Promise<LegHit[]> {
  if (scope?.size === 0) return [];
  const wanted = new lance[kind](foldAccents(text), "searchable");
  const query = passages.query().fullTextSearch(wanted).limit(limit);
  if (scope !== undefined) query.where(matchAny("article_id", scope));
  const found = await query.select([...PASSAGE_COLUMNS, "_score"]).toArrow();
  return readHits(found, "_score", (score) => ({ fullText: score }));
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

/** Ids in one filter: a longer one takes longer to plan than to run. */
const IDS_AT_ONCE = 1000;

/** Articles by id, tombstones left out. @throws UnsoundRow and what LanceDB throws */
export async function readRecords(
  { articles }: IndexTables,
  ids: readonly string[],
): Promise<ArticleRecord[]> {
  const records: ArticleRecord[] = [];
  for (const some of splitBatches(ids, IDS_AT_ONCE)) {
    const found = await articles
      .query()
      .where(matchAny("id", some))
      .select([...ARTICLE_COLUMNS])
      .toArrow();
    for (const row of listRows<ArticleRow>(found, ARTICLE_COLUMNS)) {
      if (!isArticleRowSound(row)) throw new UnsoundRow(row.id);
      if (row.status === "indexed") records.push(toRecord(row));
    }
  }
  return records;
}

/** Reads every row, some at a time. @throws UnsoundRow and what LanceDB throws */
export async function checkPassages({ library, passages }: IndexTables): Promise<void> {
  const { arrow } = library;
  for await (const batch of passages.query().select([...PASSAGE_COLUMNS])) {
    const rows = listRows<PassageRow>(new arrow.Table([batch]), PASSAGE_COLUMNS);
    rows.forEach(checkRow);
  }
}

function readHits(
  found: ArrowTable,
  scoreColumn: "_distance" | "_score",
  toLegs: (score: number) => LegScores,
): LegHit[] {
  type HitRow = PassageRow & Record<typeof scoreColumn, number>;
  return listRows<HitRow>(found, [...PASSAGE_COLUMNS, scoreColumn]).map((row) => {
    const { sentences } = readRowVectors(row);
    return {
      passage: checkRow(row),
      legs: toLegs(row[scoreColumn]),
      ...(sentences !== undefined && { sentenceVectors: sentences }),
    };
  });
}

function checkRow(row: PassageRow): StoredPassage {
  const passage = readPassageRow(row);
  if (passage === undefined) throw new UnsoundRow(row.id);
  return passage;
}
