// Article ids → their texts, read from the files just now.

import type { SourceText } from "../core/article.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";

/** What cannot be read is left out: verification then rejects its quotes as `unknown-article`. */
export async function readArticles(
  source: ArticleSource,
  articleIds: Iterable<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  for (const id of new Set(articleIds)) {
    const result = await source.read(id, signal);
    if (result.kind === "read") texts.set(id, result);
  }
  return texts;
}
