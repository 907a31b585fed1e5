// Where articles come from, and how a text is digested.

import type { SourceText } from "../article.ts";
import type { SkippedSource } from "../ingest-event.ts";

/** A file that is there, not yet read. */
export type ListedSource = Pick<SourceText, "id" | "path" | "size" | "modified">;

export type ListedEntry =
  | ({ readonly kind: "listed" } & ListedSource)
  /** A file of a kind that is not read. */
  | { readonly kind: "other"; readonly id: string }
  | ({ readonly kind: "skipped" } & SkippedSource);
export type ReadResult =
  | ({ readonly kind: "read" } & SourceText)
  | ({ readonly kind: "skipped" } & SkippedSource);

export interface ArticleSource {
  /** The corpus as the reader knows it; stored with the index. */
  readonly location: string;
  /** What else than its bytes decides which text a file gives: another value, and all are to be read again. */
  readonly reading: string;
  /**
   * Every file, in a stable order, without reading it; hidden ones are passed over.
   * @throws PullquoteError `no-corpus` | `corpus-unreadable`
   */
  list(signal?: AbortSignal): AsyncIterable<ListedEntry>;
  /** One article; one that cannot be used is a value that says why. */
  read(id: string, signal?: AbortSignal): Promise<ReadResult>;
  /**
   * All articles of a listed file, in its order: most files are one. What else is in it and cannot be
   * used is among them, with the reason.
   */
  readFile(id: string, signal?: AbortSignal): Promise<readonly ReadResult[]>;
}
