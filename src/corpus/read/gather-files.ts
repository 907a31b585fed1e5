// Articles and tombstones as an index keeps them, or what changed of them → the files that they were read from.

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
    let file = this.#files.get(path);
    if (file === undefined) {
      file = { id: path, size, modified, sha256, articles: [], removed: [] };
      this.#files.set(path, file);
    }
    if (textSha256 === undefined) file.removed.push(id);
    else file.articles.push({ id, text: textSha256.slice(0, MARK_LENGTH) });
    if (file.size === size && file.modified === modified && file.sha256 === sha256) return;
    Object.assign(file, { size: -1, modified: -1, sha256: "" });
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

/** What is kept of an article or a tombstone now, by its id; nothing of what is gone. */
export type ContentChanges = ReadonlyMap<string, KeptContent | undefined>;

/** @returns what gathering all of the contents would give; nothing where a file was or is known in two states */
export function updateFiles(
  files: readonly IndexedFile[],
  changes: ContentChanges,
): readonly IndexedFile[] | undefined {
  const kept = [...changes.values()].flatMap((content) => content ?? []);
  const changing = new Set(kept.map(({ id, file = id }) => file));
  const isChanging = ({ id, articles, removed }: IndexedFile): boolean =>
    changing.has(id) ||
    articles.some((article) => changes.has(article.id)) ||
    removed.some((tombstone) => changes.has(tombstone));
  const changed = new Set(files.filter(isChanging));
  const gathered = new FileGatherer();
  for (const { articles, removed, ...state } of changed) {
    const own = [
      ...articles.map(({ id, text }) => ({ ...state, id, file: state.id, textSha256: text })),
      ...removed.map((id) => ({ ...state, id, file: state.id })),
    ];
    for (const content of own) if (!changes.has(content.id)) gathered.add(content);
  }
  for (const content of kept) gathered.add(content);
  const updated = [...files.filter((file) => !changed.has(file)), ...gathered.list()];
  const isKnown = [...files, ...updated].every(({ sha256 }) => sha256 !== "");
  return isKnown ? updated.sort(byId) : undefined;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;
