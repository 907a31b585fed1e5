// An article's record → the plain words that stand before its quotes.

import type { ArticleRecord } from "../../model/index-state.ts";
import { introduceVoice } from "../../text/introduce-voice.ts";

/** "CNN, 26 April 2016:", "One article:"; nothing of what the article says. */
export function introduceArticle(record: ArticleRecord | undefined): string {
  const { publisher, about, published } = record?.metadata ?? {};
  const voice = introduceVoice({
    ...(publisher && { publisher: publisher.value }),
    ...(about && { about }),
    ...(published && { published: published.value }),
  });
  return `${voice}:`;
}
