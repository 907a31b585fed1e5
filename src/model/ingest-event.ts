// What an ingest run tells while it works.

export type SkipReason =
  | "binary"
  | "bad-encoding"
  | "empty"
  | "no-prose"
  | "too-large"
  | "unreadable"
  | "outside-corpus"
  | "link-circle"
  | "vanished"
  | "changing"
  | "bad-front-matter";

/** A file that is not in the index, and why, in words for the reader. */
export interface SkippedSource {
  readonly id: string;
  readonly reason: SkipReason;
  readonly detail: string;
}

export interface IngestSummary {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly string[];
  readonly skipped: readonly SkippedSource[];
  readonly unchanged: number;
  readonly articles: number;
  readonly passages: number;
  readonly embeddedPassages: number;
  /** False when the run stopped at its limit of passages: the index is older than the corpus. */
  readonly complete: boolean;
}

export type IngestEvent =
  | { readonly kind: "scanned"; readonly files: number; readonly toEmbed: number }
  | {
      readonly kind: "progress";
      readonly doneArticles: number;
      readonly totalArticles: number;
      readonly donePassages: number;
      readonly articleId: string;
    }
  | { readonly kind: "skipped"; readonly skipped: SkippedSource }
  | { readonly kind: "optimizing" }
  | { readonly kind: "done"; readonly summary: IngestSummary };
