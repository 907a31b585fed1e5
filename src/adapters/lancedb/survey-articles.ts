// The table of articles → how much it holds in all and which files it was read from, by the few columns that tell it.

import { createHash } from "node:crypto";
import type { IndexedFile, IndexTotals } from "../../core/index-state.ts";
import { FileGatherer } from "../../corpus/read/gather-files.ts";
import { listDigests } from "../../corpus/review-index.ts";
import type { ArticleRow } from "./article-rows.ts";
import { type IndexTables, listRows } from "./tables.ts";
import { UnsoundRow } from "./translate-errors.ts";

/** What every run wants to know of all articles; made anew at each commit and kept beside the tables. */
export interface ArticleSurvey {
  readonly totals: IndexTotals;
  readonly files: readonly IndexedFile[];
}

const COLUMNS = [
  ...["id", "status", "file", "sha256", "text_sha256", "size", "modified", "passages"],
] as const;
type SurveyRow = Pick<ArticleRow, (typeof COLUMNS)[number]>;

/** @throws UnsoundRow where a status is none: the row would be in no selection by it */
export async function surveyArticles({ library, articles }: IndexTables): Promise<ArticleSurvey> {
  const files = new FileGatherer();
  const indexed: { id: string; sha256: string }[] = [];
  let passages = 0;
  const take = ({ text_sha256: textSha256, status, ...content }: SurveyRow): void => {
    if (status !== "indexed" && status !== "removed") throw new UnsoundRow(content.id);
    files.add(status === "removed" ? content : { ...content, textSha256 });
    if (status === "removed") return;
    indexed.push({ id: content.id, sha256: content.sha256 });
    passages += content.passages;
  };
  for await (const batch of articles.query().select([...COLUMNS])) {
    listRows<SurveyRow>(new library.arrow.Table([batch]), COLUMNS).forEach(take);
  }
  const hash = createHash("sha256");
  for (const line of listDigests(indexed)) hash.update(line);
  const totals = { articles: indexed.length, passages, sha256: hash.digest("hex") };
  return { totals, files: files.list() };
}
