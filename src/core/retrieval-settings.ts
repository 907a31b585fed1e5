// How passages are ranked: which searches take part, and whether the best are read.

/** A search over the store: by vectors, or by words. */
export type SearchLeg = "dense" | "full-text";

/**
 * One way to rank passages. What ships is one of these; the others exist to be compared with it, so
 * every field switches a stage of retrieval and none is a number to be tuned for one corpus.
 */
export interface RetrievalSettings {
  readonly legs: readonly SearchLeg[];
  /** Whether the first passages are read, and ordered by their best sentences. */
  readonly read: boolean;
}
