// What is listed, read and indexed → which files must be read, which articles are gone, and what each content is: known, moved or new.

import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";

/** A listed file as far as a plan needs it. Units as in {@link ArticleRecord}. */
export interface FileState {
  readonly id: string;
  readonly size: number;
  readonly modified: number;
}

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
  const known = new Map(trustTimes ? index.records.map((record) => [record.id, record]) : []);
  const removed = new Map(trustTimes ? index.tombstones.map((stone) => [stone.id, stone]) : []);
  const toRead: FileState[] = [];
  const unchanged: string[] = [];
  const forgotten: string[] = [];
  for (const file of listed) {
    if (isSameFile(file, known.get(file.id))) unchanged.push(file.id);
    else if (isSameFile(file, removed.get(file.id))) forgotten.push(file.id);
    else toRead.push(file);
  }
  const present = new Set(listed.map(({ id }) => id));
  const vanished = index.records.filter(({ id }) => !present.has(id) && !isHidden(id, skipped));
  return { toRead, unchanged, forgotten, vanished };
}

function isSameFile(file: FileState, known: FileState | undefined): boolean {
  return known?.size === file.size && known.modified === file.modified;
}

/** A folder that cannot be read now is no reason to forget what was in it. */
function isHidden(id: string, skipped: readonly SkippedSource[]): boolean {
  return skipped.some(
    (entry) => entry.reason === "unreadable" && (id === entry.id || id.startsWith(`${entry.id}/`)),
  );
}

/** What of a file is compared. */
interface ContentState {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly modified: number;
}

export type Verdict =
  | { readonly kind: "unchanged" }
  /** The same content under another time: only the record is written again. */
  | { readonly kind: "touched"; readonly record: ArticleRecord }
  | { readonly kind: "forgotten" }
  /** `twin`: an indexed article of the same content, whose vectors may serve again. */
  | { readonly kind: "changed"; readonly twin: ArticleRecord | undefined }
  | { readonly kind: "added"; readonly twin: ArticleRecord | undefined };

export type JudgeContent = (content: ContentState) => Verdict;

/** `vanished` articles are the preferred twins: a file of their content is that article, moved. */
export function makeJudge(index: IndexContent, vanished: readonly ArticleRecord[]): JudgeContent {
  const byId = new Map(index.records.map((record) => [record.id, record]));
  const removed = new Set(index.tombstones.map(({ sha256 }) => sha256));
  const twins = new Map(
    [...index.records, ...vanished].map((record) => [record.sha256, record] as const),
  );
  return (content) => {
    const record = byId.get(content.id);
    if (record?.sha256 === content.sha256) {
      if (record.size === content.size && record.modified === content.modified) {
        return { kind: "unchanged" };
      }
      return { kind: "touched", record };
    }
    if (removed.has(content.sha256)) return { kind: "forgotten" };
    const twin = twins.get(content.sha256);
    return { kind: record === undefined ? "added" : "changed", twin };
  };
}
