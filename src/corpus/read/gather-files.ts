// Articles and tombstones as an index keeps them → the files that they were read from.

import { type ArticleRecord, type IndexedFile, MARK_LENGTH } from "../../core/index-state.ts";

/** What is kept of an article or, without a text, of a tombstone. */
export type KeptContent = Pick<ArticleRecord, "id" | "file" | "sha256" | "size" | "modified"> &
  Partial<Pick<ArticleRecord, "textSha256">>;

const NONE: readonly never[] = [];

export class FileGatherer {
  readonly #files = new Map<string, IndexedFile>();

  add({ id, file = id, sha256, size, modified, textSha256 }: KeptContent): void {
    const mark = sha256.slice(0, MARK_LENGTH);
    const text = textSha256?.slice(0, MARK_LENGTH);
    const articles = text === undefined ? NONE : [{ id, text }];
    const removed = text === undefined ? [id] : NONE;
    const known = this.#files.get(file);
    if (known === undefined) {
      this.#files.set(file, { id: file, size, modified, mark, articles, removed });
      return;
    }
    const isOne = known.size === size && known.modified === modified && known.mark === mark;
    this.#files.set(file, {
      ...(isOne ? known : { id: file, size: -1, modified: -1, mark: "" }),
      articles: [...known.articles, ...articles],
      removed: [...known.removed, ...removed],
    });
  }

  /** Sorted, and each one's articles too: the same in whatever order the articles came. */
  list(): readonly IndexedFile[] {
    const files = [...this.#files.values()].map((file) => ({
      ...file,
      articles: file.articles.length < 2 ? file.articles : file.articles.toSorted(byId),
      removed: file.removed.length < 2 ? file.removed : file.removed.toSorted(),
    }));
    return files.sort(byId);
  }
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;
