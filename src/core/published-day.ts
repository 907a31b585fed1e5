// An article's metadata → the day it was published on: `2016-03-09T10:00Z` → `2016-03-09`.

import type { ArticleMetadata } from "./article.ts";

/** `YYYY-MM-DD`, whatever time of the day is known too; absent where no date is, or no article. */
export function publishedDay(metadata: ArticleMetadata | undefined): string | undefined {
  return metadata?.published?.value.slice(0, 10);
}
