// A file just read → what its content is to the index: known, moved, taken out, changed or new.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { IndexContent } from "./plan-changes.ts";

/** What of a file is compared. */
export interface ContentState {
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
