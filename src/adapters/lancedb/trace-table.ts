// Articles' samples of their words → rows by which copies are found, and who has the same ones.

import type { ArticleRecord } from "../../core/index-state.ts";
import { listTraces, type TraceHolder } from "../../core/lineage.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { type IndexTables, listRows, matchAny } from "./tables.ts";

/** A run that more articles have is a stock phrase, of which some will do. */
const MOST_HOLDERS = 50_000;
/** Numbers in one filter. */
const TRACES_AT_ONCE = 2000;

/**
 * Only added: what an article no longer has is left until it is removed. So every hit is held against
 * the article's record.
 */
export async function addTraces(
  { library: { arrow }, traces, traceSchema }: IndexTables,
  records: readonly ArticleRecord[],
): Promise<void> {
  const rows = records.flatMap(({ id, lineage }) =>
    lineage === undefined ? [] : listTraces(lineage).map((trace) => ({ trace, id })),
  );
  if (rows.length === 0) return;
  // Column by column: as rows of objects it would take ten times as long.
  const columns = {
    trace: arrow.vectorFromArray(Float64Array.from(rows, ({ trace }) => trace)),
    article_id: arrow.vectorFromArray(
      rows.map(({ id }) => id),
      new arrow.Utf8(),
    ),
  };
  const table = new arrow.Table(traceSchema, columns);
  await traces.add(table);
}

export async function removeTraces(
  { traces }: IndexTables,
  articleIds: readonly string[],
): Promise<void> {
  await traces.delete(matchAny("article_id", articleIds));
}

export async function findHolders(
  { traces }: IndexTables,
  wanted: readonly number[],
): Promise<TraceHolder[]> {
  const holders: TraceHolder[] = [];
  for (const some of splitBatches(wanted, TRACES_AT_ONCE)) {
    const found = await traces
      .query()
      .where(`trace IN (${some.join(",")})`)
      .select(["trace", "article_id"])
      .limit(MOST_HOLDERS)
      .toArrow();
    for (const row of listRows<{ trace: number; article_id: string }>(found, [
      "trace",
      "article_id",
    ])) {
      holders.push({ trace: row.trace, articleId: row.article_id });
    }
  }
  return holders;
}
