// The corpus's files and filters → the articles that are left, parsed, one after the other; no index is needed.

import { type Article, publishedDay, type SourceText } from "../core/article.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Filters } from "../core/question.ts";
import { parseArticle } from "../corpus/read/parse-article.ts";
import { readAll } from "../corpus/read-articles.ts";
import { meetsConditions, scopeArticles } from "../search/scope-articles.ts";

/** What a list makes of a corpus. */
export interface ReadCorpus {
  /** Articles that the filters leave, whether wanted or not. */
  readonly read: number;
  /** Those that a date filter left out for want of a date. */
  readonly undated: number;
}

/**
 * Calls `take` with each article that meets the filters and that `wants` its text. What is no article, and
 * what cannot be read, is passed over. Articles come in the order of the folder.
 * @throws PullquoteError of the source
 */
export async function readCorpus(
  source: ArticleSource,
  filters: Filters,
  take: (article: Article) => void,
  {
    wants = () => true,
    signal,
  }: { wants?: (text: SourceText) => boolean; signal?: AbortSignal | undefined } = {},
): Promise<ReadCorpus> {
  const isFiltered = Object.keys(filters).some((name) => name !== "speakers");
  const scope = scopeArticles(filters) ?? {};
  const { since: _since, until: _until, ...whenever } = scope;
  let [read, undated] = [0, 0];
  for await (const result of readAll(source, signal)) {
    if (result.kind === "skipped") continue;
    const isWanted = wants(result);
    if (!isFiltered && !isWanted) {
      read += 1;
      continue;
    }
    const article = parseArticle(result);
    if (article.blocks.length === 0) continue;
    if (!meetsConditions(article, scope)) {
      const isUndated = publishedDay(article.metadata) === undefined;
      if (isUndated && meetsConditions(article, whenever)) undated += 1;
      continue;
    }
    read += 1;
    if (isWanted) take(article);
  }
  return { read, undated };
}
