// The port of a shard: an index's rows that were made elsewhere, by docs/index-format.md, and belong to no index yet.

import type { IndexState } from "../index-state.ts";
import type { ArticleEntry } from "./passage-store.ts";

/** What it says of itself is not to be trusted; every method throws PullquoteError `bad-shard`. */
export interface Shard {
  /** As the user named it. */
  readonly name: string;
  /** Of our contract's version, and finished by who made it. */
  state(): Promise<IndexState>;
  /**
   * Every article with its passages in their order, some at once. Rows are those that their digests tell of,
   * vectors as long as the embedder's; no passage is left that is of no article.
   */
  entries(signal?: AbortSignal): AsyncIterable<readonly ArticleEntry[]>;
  /** How its articles were read, as `ArticleSource.reading` has it; `undefined` where it does not say. */
  reading(): Promise<string | undefined>;
  close(): Promise<void>;
}
