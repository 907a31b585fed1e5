// What is listed, read and indexed → which files must be read, which articles are gone, and what each content is: known, moved or new.

import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";

/** A listed file as far as a plan needs it. */
export type FileState = Pick<Tombstone, "id" | "size" | "modified">;

export interface IndexContent {
  readonly records: readonly ArticleRecord[];
  readonly tombstones: readonly Tombstone[];
}

export interface ChangePlan {
  /** In the order listed. */
  readonly toRead: readonly FileState[];
  /** Ids taken as unchanged without reading them. */
  readonly unchanged: readonly string[];
  /** Ids of tombstones that still hold, by the same sign. */
  readonly forgotten: readonly string[];
  /** Indexed, but no longer listed. */
  readonly vanished: readonly ArticleRecord[];
}

/**
 * @param trustTimes takes a file of the recorded size and time as unchanged; otherwise every file is
 *   read, and only its digest tells.
 */
export function planChanges(
  listed: readonly FileState[],
  skipped: readonly SkippedSource[],
  index: IndexContent,
  trustTimes: boolean,
): ChangePlan {
  const known = groupByFile(trustTimes ? index.records : []);
  const removed = groupByFile(trustTimes ? index.tombstones : []);
  const toRead: FileState[] = [];
  const unchanged: string[] = [];
  const forgotten: string[] = [];
  for (const file of listed) {
    const [own = [], out = []] = [known.get(file.id), removed.get(file.id)];
    if (own.length + out.length === 0 || ![...own, ...out].every((one) => isSameFile(file, one))) {
      toRead.push(file);
      continue;
    }
    unchanged.push(...own.map(({ id }) => id));
    forgotten.push(...out.map(({ id }) => id));
  }
  const present = new Set(listed.map(({ id }) => id));
  const vanished = index.records.filter((record) => {
    const file = fileOf(record);
    return !present.has(file) && !isHidden(file, skipped);
  });
  return { toRead, unchanged, forgotten, vanished };
}

interface InFile {
  readonly id: string;
  readonly file?: string;
}

/** The id of the file that an article lies in: its own, where the file is one article. */
const fileOf = ({ id, file }: InFile): string => file ?? id;

export function groupByFile<Article extends InFile>(
  articles: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const file = fileOf(article);
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [article]);
    else group.push(article);
  }
  return groups;
}

/** The articles of a file that it held when it was indexed, and holds no longer. */
export function listDropped(
  file: string,
  results: readonly ReadResult[],
  indexed: readonly ArticleRecord[],
): readonly ArticleRecord[] {
  const isHere = results.every((one) => one.id !== file || !isPassing(one));
  const held = new Set(results.map(({ id }) => id));
  return isHere ? indexed.filter(({ id }) => !held.has(id)) : [];
}

/** What may be over by the next run: the articles stay in the index as they were. */
export function isPassing(result: ReadResult): boolean {
  return (
    result.kind === "skipped" && (result.reason === "unreadable" || result.reason === "changing")
  );
}

function isSameFile(file: FileState, known: FileState): boolean {
  return known.size === file.size && known.modified === file.modified;
}

/** A folder that cannot be read now is no reason to forget what was in it. */
function isHidden(id: string, skipped: readonly SkippedSource[]): boolean {
  return skipped.some(
    (entry) => entry.reason === "unreadable" && (id === entry.id || id.startsWith(`${entry.id}/`)),
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

/** `vanished` articles are the preferred twins: a file of their content is that article, moved. */
export function makeJudge(
  index: IndexContent,
  vanished: readonly ArticleRecord[],
): (content: Tombstone & Pick<ArticleRecord, "textSha256">) => Verdict {
  const byId = new Map(index.records.map((record) => [record.id, record]));
  const removed = new Set(index.tombstones.map(identifyContent));
  const twins = new Map(
    [...index.records, ...vanished].map((record) => [identifyContent(record), record] as const),
  );
  return (content) => {
    const record = byId.get(content.id);
    // The same file gives another text where another column of a table is asked for.
    if (record?.sha256 === content.sha256 && record.textSha256 === content.textSha256) {
      if (record.size === content.size && record.modified === content.modified) {
        return { kind: "unchanged" };
      }
      return { kind: "touched", record };
    }
    const key = identifyContent(content);
    if (removed.has(key)) return { kind: "forgotten" };
    const twin = twins.get(key);
    return { kind: record === undefined ? "added" : "changed", twin };
  };
}

/** The file's digest, and which of its articles it is. */
function identifyContent({ id, file, sha256 }: InFile & { readonly sha256: string }): string {
  return file === undefined ? sha256 : sha256 + id.slice(file.length);
}
