// An article's record → the plain words that stand before its quotes.

import type { ArticleRecord } from "../../model/index-state.ts";
import { nameDate } from "../../text/name-date.ts";
import { nameVoice } from "../../text/name-voice.ts";

/**
 * Who published it and when, as far as that is known, with a colon: "CNN, 26 April 2016:",
 * "Brief of CNN's report:", "One article:". Nothing of what the article says.
 */
export function introduceArticle(record: ArticleRecord | undefined): string {
  const { publisher, about, published } = record?.metadata ?? {};
  const voice = nameVoice({
    ...(publisher && { publisher: publisher.value }),
    ...(about && { about }),
  });
  const date = published === undefined ? "" : `, ${nameDate(published.value)}`;
  return `${voice ?? "One article"}${date}:`;
}
