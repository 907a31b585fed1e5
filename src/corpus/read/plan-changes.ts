// What is listed, read and indexed → which files must be read, which articles are gone, and what each content is: known, moved or new.

import type { ArticleRecord, IndexedFile, Tombstone } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";

/** A listed file as far as a plan needs it. */
export type FileState = Pick<Tombstone, "id" | "size" | "modified">;

/** A file to be read, and what the index knows of it. */
export interface PlannedFile {
  readonly id: string;
  readonly known: IndexedFile | undefined;
}

export interface ChangePlan {
  /** In the order listed. */
  readonly toRead: readonly PlannedFile[];
  /** How many articles are taken as unchanged without reading them. */
  readonly unchanged: number;
  /** Ids of tombstones that still hold, by the same sign. */
  readonly forgotten: readonly string[];
  /** Ids of articles that are indexed, but whose file is no longer listed. */
  readonly vanished: readonly string[];
}

/**
 * @param trustTimes takes a file of the recorded size and time as unchanged; otherwise every file is
 *   read, and only its digest tells.
 */
export function planChanges(
  listed: readonly FileState[],
  skipped: readonly SkippedSource[],
  indexed: readonly IndexedFile[],
  trustTimes: boolean,
): ChangePlan {
  const left = new Map(indexed.map((file) => [file.id, file]));
  const toRead: PlannedFile[] = [];
  let unchanged = 0;
  const forgotten: string[] = [];
  for (const file of listed) {
    const known = left.get(file.id);
    left.delete(file.id);
    if (known === undefined || !trustTimes || !isSameFile(file, known)) {
      toRead.push({ id: file.id, known });
      continue;
    }
    unchanged += known.articles.length;
    forgotten.push(...known.removed);
  }
  const unreadable = skipped.filter(({ reason }) => reason === "unreadable");
  const vanished = [...left.values()]
    .filter(({ id }) => !isHidden(id, unreadable))
    .flatMap(({ articles }) => articles.map(({ id }) => id));
  return { toRead, unchanged, forgotten, vanished };
}

function isSameFile(file: FileState, known: FileState): boolean {
  return known.size === file.size && known.modified === file.modified;
}

/** A folder that cannot be read now is no reason to forget what was in it. */
function isHidden(id: string, unreadable: readonly SkippedSource[]): boolean {
  return unreadable.some((entry) => id === entry.id || id.startsWith(`${entry.id}/`));
}

/** The articles of a file that it held when it was indexed, and holds no longer. */
export function listDropped(
  { id, known }: PlannedFile,
  results: readonly ReadResult[],
): readonly string[] {
  const isHere = results.every((one) => one.id !== id || !isPassing(one));
  const held = new Set(results.map((one) => one.id));
  const indexed = known?.articles ?? [];
  return isHere ? indexed.flatMap((one) => (held.has(one.id) ? [] : [one.id])) : [];
}

/** What may be over by the next run: the articles stay in the index as they were. */
export function isPassing(result: ReadResult): boolean {
  return (
    result.kind === "skipped" && (result.reason === "unreadable" || result.reason === "changing")
  );
}

export type Verdict =
  | { readonly kind: "unchanged" }
  /** The same content under another time: only the record is written again. */
  | { readonly kind: "touched"; readonly record: ArticleRecord }
  | { readonly kind: "forgotten" }
  /** `twin`: an indexed article of the same content, whose vectors may serve again. */
  | { readonly kind: "changed"; readonly twin: ArticleRecord | undefined }
  | { readonly kind: "added"; readonly twin: ArticleRecord | undefined };

export type ArticleContent = Tombstone & Pick<ArticleRecord, "textSha256">;

/** @param record what the index holds under that id */
export function judgeContent(
  content: ArticleContent,
  record: ArticleRecord | undefined,
  isForgotten: boolean,
  twin: ArticleRecord | undefined,
): Verdict {
  if (record !== undefined && isSameContent(content, record)) {
    return isSameFile(content, record) ? { kind: "unchanged" } : { kind: "touched", record };
  }
  if (isForgotten) return { kind: "forgotten" };
  return { kind: record === undefined ? "added" : "changed", twin };
}

/** The same file gives another text where another column of a table is asked for. */
export function isSameContent(content: ArticleContent, record: ArticleRecord | undefined): boolean {
  return record?.sha256 === content.sha256 && record.textSha256 === content.textSha256;
}

/** The file's digest, and which of its articles it is. */
export function identifyContent({ id, file, sha256 }: Tombstone): string {
  return file === undefined ? sha256 : sha256 + id.slice(file.length);
}

/**
 * Content → the id of an indexed article that seems to be the same; its record tells whether it is.
 * `vanished` articles come before others: a file of their content is that article, moved.
 */
export function makeTwinFinder(
  indexed: readonly IndexedFile[],
  vanished: readonly string[],
): (content: Tombstone) => string | undefined {
  const gone = new Set(vanished);
  const twins = new Map<string, string>();
  for (const { id: file, sha256, articles } of indexed) {
    for (const { id } of sha256 === "" ? [] : articles) {
      const key = sha256 + id.slice(file.length);
      const earlier = twins.get(key);
      if (earlier === undefined || gone.has(id) || !gone.has(earlier)) twins.set(key, id);
    }
  }
  return (content) => twins.get(identifyContent(content));
}
