// An article's record → what a search for copies needs of it.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { TracedArticle } from "./judge-copy.ts";

const NOTHING = new Uint32Array(0);

/** `undefined` for an article that is not known. */
export function toTraced(record: ArticleRecord | undefined): TracedArticle | undefined {
  if (record === undefined) return undefined;
  const { id, textSha256, lineage } = record;
  const { prints = NOTHING, marks = NOTHING } = lineage ?? {};
  return { id, textSha256, prints, marks };
}
