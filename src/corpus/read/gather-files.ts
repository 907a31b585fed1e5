// Articles and tombstones as an index keeps them → the files that they were read from.

import {
  type ArticleRecord,
  type IndexedArticle,
  type IndexedFile,
  MARK_LENGTH,
} from "../../core/index-state.ts";

/** What is kept of an article or, without a text, of a tombstone. */
export type KeptContent = Pick<ArticleRecord, "id" | "file" | "sha256" | "size" | "modified"> &
  Partial<Pick<ArticleRecord, "textSha256">>;

type Gathered = { -readonly [Key in keyof IndexedFile]: IndexedFile[Key] } & {
  readonly articles: IndexedArticle[];
  readonly removed: string[];
};

export class FileGatherer {
  readonly #files = new Map<string, Gathered>();

  add({ id, file: path = id, sha256, size, modified, textSha256 }: KeptContent): void {
    const mark = sha256.slice(0, MARK_LENGTH);
    let file = this.#files.get(path);
    if (file === undefined) {
      file = { id: path, size, modified, mark, articles: [], removed: [] };
      this.#files.set(path, file);
    }
    if (textSha256 === undefined) file.removed.push(id);
    else file.articles.push({ id, text: textSha256.slice(0, MARK_LENGTH) });
    if (file.size === size && file.modified === modified && file.mark === mark) return;
    Object.assign(file, { size: -1, modified: -1, mark: "" });
  }

  /** Sorted, and each one's articles too: the same in whatever order these came. */
  list(): readonly IndexedFile[] {
    const files = [...this.#files.values()].sort(byId);
    for (const { articles, removed } of files) {
      articles.sort(byId);
      removed.sort();
    }
    return files;
  }
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;
