// The table of articles → how much it holds in all and which files it was read from, by the few columns that tell it.

import { createHash } from "node:crypto";
import { type IndexedFile, type IndexTotals, MARK_LENGTH } from "../../core/index-state.ts";
import { listDigests } from "../../corpus/review-index.ts";
import type { ArticleRow } from "./article-rows.ts";
import { UnsoundRow } from "./search-tables.ts";
import { type IndexTables, listRows } from "./tables.ts";

/** What every run wants to know of all articles; made anew at each commit and kept beside the tables. */
export interface ArticleSurvey {
  readonly totals: IndexTotals;
  readonly files: readonly IndexedFile[];
}

const COLUMNS = [
  ...["id", "status", "file", "sha256", "text_sha256", "size", "modified", "passages"],
] as const;
type SurveyRow = Pick<
  ArticleRow,
  "id" | "status" | "file" | "sha256" | "text_sha256" | "size" | "modified" | "passages"
>;

/** @throws UnsoundRow where a status is none: the row would be in no selection by it */
export async function surveyArticles({ library, articles }: IndexTables): Promise<ArticleSurvey> {
  const files = new Map<string, IndexedFile>();
  const indexed: { id: string; sha256: string }[] = [];
  let passages = 0;
  for await (const batch of articles.query().select([...COLUMNS])) {
    for (const row of listRows<SurveyRow>(new library.arrow.Table([batch]), COLUMNS)) {
      if (row.status !== "indexed" && row.status !== "removed") throw new UnsoundRow(row.id);
      files.set(row.file, joinFile(files.get(row.file), row));
      if (row.status === "removed") continue;
      indexed.push({ id: row.id, sha256: row.sha256 });
      passages += row.passages;
    }
  }
  const hash = createHash("sha256");
  for (const line of listDigests(indexed)) hash.update(line);
  const totals = { articles: indexed.length, passages, sha256: hash.digest("hex") };
  return { totals, files: [...files.values()].sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

const NONE: readonly never[] = [];

function joinFile(known: IndexedFile | undefined, row: SurveyRow): IndexedFile {
  const mark = row.sha256.slice(0, MARK_LENGTH);
  const { file: id, size, modified } = row;
  const isIndexed = row.status === "indexed";
  const article = isIndexed ? [{ id: row.id, text: row.text_sha256.slice(0, MARK_LENGTH) }] : NONE;
  const tombstone = isIndexed ? NONE : [row.id];
  if (known === undefined) return { id, size, modified, mark, articles: article, removed: tombstone };
  const isOne = known.size === size && known.modified === modified && known.mark === mark;
  return {
    ...(isOne ? known : { id, size: -1, modified: -1, mark: "" }),
    articles: [...known.articles, ...article],
    removed: [...known.removed, ...tombstone],
  };
}
