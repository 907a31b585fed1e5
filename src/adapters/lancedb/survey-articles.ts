// The table of articles → how much it holds in all, from the few columns that tell it.

import { createHash } from "node:crypto";
import type { IndexTotals } from "../../core/index-state.ts";
import { listDigests } from "../../corpus/review-index.ts";
import type { ArticleRow } from "./article-rows.ts";
import { type IndexTables, listRows } from "./tables.ts";

const COLUMNS = ["id", "sha256", "passages"] as const;

export async function countArticles({ articles }: IndexTables): Promise<IndexTotals> {
  const query = articles
    .query()
    .where("status = 'indexed'")
    .select([...COLUMNS]);
  const rows = listRows<Pick<ArticleRow, (typeof COLUMNS)[number]>>(await query.toArrow(), COLUMNS);
  const hash = createHash("sha256");
  for (const line of listDigests(rows)) hash.update(line);
  return {
    articles: rows.length,
    passages: rows.reduce((sum, { passages }) => sum + passages, 0),
    sha256: hash.digest("hex"),
  };
}
