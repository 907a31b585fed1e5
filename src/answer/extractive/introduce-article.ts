// An article's record → the plain words that stand before its quotes.

import type { ArticleRecord } from "../../core/index-state.ts";
import { introduceSource, readIssue } from "../../english/introduce-source.ts";

/** "CNN, 26 April 2016:", "“Ferry returns”:", "ferry.txt:"; nothing of what the article says. */
export function introduceArticle(articleId: string, record: ArticleRecord | undefined): string {
  return `${introduceSource(readIssue(articleId, record?.metadata))}:`;
}
