// The table of articles, or how it was and what a run changed → how much it holds in all and which files it was read from.

import { createHash } from "node:crypto";
import type { ArticleRecord, IndexedFile, IndexTotals } from "../../core/index-state.ts";
import {
  type ContentChanges,
  FileGatherer,
  type KeptContent,
  updateFiles,
} from "../../corpus/read/gather-files.ts";
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
  return { totals: total(indexed, passages), files: files.list() };
}

/** Of a run that changes more, all articles are surveyed at its end. */
const MOST_CHANGES = 10_000;

/** The files as a run found them, and what it has changed since; nothing where that is not known. */
export class RunChanges {
  #known:
    | {
        readonly files: readonly IndexedFile[];
        readonly changes: Map<string, KeptContent | undefined>;
      }
    | undefined;

  begin(files: readonly IndexedFile[] | undefined): void {
    this.#known = files && { files, changes: new Map() };
  }

  /** A write that fails half-way leaves nothing known. */
  async follow(changes: ContentChanges, write: () => Promise<void>): Promise<void> {
    const known = this.#known;
    this.#known = undefined;
    await write();
    for (const [id, content] of changes) known?.changes.set(id, content);
    if (known !== undefined && known.changes.size <= MOST_CHANGES) this.#known = known;
  }

  /** What surveying the table would give: a large one is not read for one article. */
  survey(passages: number): ArticleSurvey | undefined {
    const files = this.#known && updateFiles(this.#known.files, this.#known.changes);
    const indexed = files?.flatMap(({ sha256, articles }) =>
      articles.map(({ id }) => ({ id, sha256 })),
    );
    return indexed && files && { totals: total(indexed, passages), files };
  }
}

function total(
  indexed: readonly Pick<ArticleRecord, "id" | "sha256">[],
  passages: number,
): IndexTotals {
  const hash = createHash("sha256");
  for (const line of listDigests(indexed)) hash.update(line);
  return { articles: indexed.length, passages, sha256: hash.digest("hex") };
}

/** Of many records only this is kept in mind. */
export const listContents = (
  records: readonly KeptContent[],
): readonly (readonly [string, KeptContent])[] =>
  records.map(({ id, file = id, sha256, size, modified, textSha256 }) => {
    const content = { id, file, sha256, size, modified };
    return [id, textSha256 === undefined ? content : { ...content, textSha256 }];
  });
