// The corpus's files and filters → the articles that are left, parsed, one after the other; no index is needed.

import { type Article, publishedDay, type SourceText } from "../core/article.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { ArticleConditions } from "../core/ports/passage-store.ts";
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
  const counts = { read: 0, undated: 0 };
  for await (const result of readAll(source, signal)) {
    if (result.kind === "skipped") continue;
    // Without a filter what nobody wants need not be parsed.
    const isWanted = wants(result);
    if (!isFiltered && !isWanted) {
      counts.read += 1;
      continue;
    }
    const article = parseArticle(result);
    const found = holdAgainst(article, scope);
    if (found !== "not") counts[found] += 1;
    if (found === "read" && isWanted) take(article);
  }
  return counts;
}

/** `undated`: it would meet the conditions but for those of days, and has none. */
function holdAgainst(article: Article, scope: ArticleConditions): "read" | "undated" | "not" {
  if (article.blocks.length === 0) return "not";
  if (meetsConditions(article, scope)) return "read";
  const { since: _since, until: _until, ...whenever } = scope;
  const isUndated = publishedDay(article.metadata) === undefined;
  return isUndated && meetsConditions(article, whenever) ? "undated" : "not";
}
