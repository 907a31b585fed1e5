// What is told while an index is brought up to date: articles read, files skipped and why, the summary.

import type { Doubt } from "./article.ts";

export type SkipReason =
  | "binary"
  | "damaged"
  | "encrypted"
  | "bad-encoding"
  | "bad-name"
  | "empty"
  | "no-prose"
  | "too-large"
  | "too-deep"
  | "other-kind"
  | "unreadable"
  | "outside-corpus"
  | "link-circle"
  | "linked-twice"
  | "vanished"
  | "changing";

/** A file that is not in the index, and why, in words for the reader. */
export interface SkippedSource {
  readonly id: string;
  readonly reason: SkipReason;
  readonly detail: string;
}

/** Something in an article that was not understood, or was guessed. */
export interface DoubtInArticle extends Doubt {
  readonly id: string;
}

/** Files of one kind that is not read, by the ending of their names: `.pdf`; `""` where they have none. */
export interface OtherKind {
  readonly ending: string;
  readonly files: number;
}

export interface IngestSummary {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly string[];
  readonly skipped: readonly SkippedSource[];
  /** Most files first. */
  readonly otherKinds: readonly OtherKind[];
  /** Files left out because an article of that content was taken out of the index. */
  readonly forgotten: readonly string[];
  /** Of the articles that are new or changed, in their order. */
  readonly doubts: readonly DoubtInArticle[];
  readonly unchanged: number;
  readonly articles: number;
  readonly passages: number;
  readonly embeddedPassages: number;
  /** False when the run stopped before it wrote: the index is older than the corpus. */
  readonly complete: boolean;
  /** Why the run stopped; absent when it is complete. */
  readonly stopped?: StopReason;
}

/** Why an index was left older than its corpus without an error. */
export type StopReason = "passage-limit" | "index-locked" | "index-read-only" | "embedder-failed";

export type IngestEvent =
  /** `files` were listed; `toRead` of them are new or may have changed. */
  | { readonly kind: "scanned"; readonly files: number; readonly toRead: number }
  /** Another process writes this index; the run goes on when that one is done. */
  | { readonly kind: "waiting" }
  /** A shard that is to be adopted is read through before anything is written. */
  | { readonly kind: "checking"; readonly shard: string }
  | {
      readonly kind: "progress";
      /** Of the articles to read, those that are embedded; what was done waits to be written. */
      readonly doneArticles: number;
      readonly totalArticles: number;
      readonly donePassages: number;
      readonly articleId: string;
    }
  | { readonly kind: "skipped"; readonly skipped: SkippedSource }
  | { readonly kind: "optimizing" }
  | { readonly kind: "done"; readonly summary: IngestSummary };
