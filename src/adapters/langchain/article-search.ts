// What the outward LangChain parts need of an assistant.

import type { SearchOutcome } from "../../core/answer.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import { type DescribedSpeech, describeSpeech } from "../../english/speech/describe-speech.ts";

/** An assistant serves it. */
export interface ArticleSearch {
  search(
    query: string,
    options?: { readonly limit?: number; readonly signal?: AbortSignal },
  ): Promise<SearchOutcome>;
  articles(): Promise<readonly ArticleRecord[]>;
}

/** A passage as others get it: its text stands in the article's file at the span, byte for byte. */
export interface FoundSpan extends Omit<DescribedSpeech, "speakers"> {
  readonly articleId: string;
  /** Half-open, in UTF-16 units of the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  readonly sha256?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly title?: string;
  /** Who speaks in it, paragraph by paragraph; absent where nobody is named. */
  readonly speakers?: DescribedSpeech["speakers"];
}

/** Passages for a query, best first, each verified against its file just now. */
export async function findSpans(
  assistant: ArticleSearch,
  query: string,
  limit: number,
): Promise<readonly FoundSpan[]> {
  const [{ passages }, records] = await Promise.all([
    assistant.search(query, { limit }),
    assistant.articles(),
  ]);
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return passages.map(({ excerpt: { articleId, start, end, text }, score }) => {
    const { speakers, ...speech } = describeSpeech(text, start);
    const record = recordOf.get(articleId);
    const { publisher, published, title } = record?.metadata ?? {};
    return {
      articleId,
      start,
      end,
      text,
      score,
      ...speech,
      ...(record !== undefined && { sha256: record.sha256 }),
      ...(publisher !== undefined && { publisher: publisher.value }),
      ...(published !== undefined && { published: published.value }),
      ...(title !== undefined && { title: title.value }),
      ...(speakers.length > 0 && { speakers }),
    };
  });
}
