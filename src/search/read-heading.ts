// An article's record → its heading: what a search counts with each of its passages.

import { listArticleNames } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import { composeHeading } from "../corpus/read/compose-heading.ts";

/** Nothing for an article that is not known. */
export function readHeading(record: ArticleRecord | undefined): string {
  if (record === undefined) return "";
  const { metadata } = record;
  return composeHeading(listArticleNames(metadata), metadata.published?.value);
}
