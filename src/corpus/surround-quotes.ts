// An answer + today's files → each quote's paragraph, minted.

import type { AnswerOutcome, Excerpt } from "../core/answer.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { verifyExcerpt } from "../quote/verify-excerpts.ts";
import { findSurroundings } from "./read/find-surroundings.ts";
import { parseArticle } from "./read/parse-article.ts";
import { readArticles } from "./read-articles.ts";

/**
 * By the number of the quote. One whose article has changed since, or cannot be read any more, has
 * none; an abstention has no quotes.
 */
export async function surroundQuotes(
  outcome: AnswerOutcome,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Excerpt>> {
  if (outcome.kind === "abstention") return new Map();
  const articleIds = outcome.quotes.map(({ articleId }) => articleId);
  const files = await readArticles(source, articleIds, signal);
  const digests = new Map(outcome.sources.map(({ articleId, sha256 }) => [articleId, sha256]));
  const articles = new Map([...files].map(([id, file]) => [id, parseArticle(file)]));
  const paragraphs = new Map<number, Excerpt>();
  for (const { number, articleId, ...span } of outcome.quotes) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const around = findSurroundings(article, span);
    const text = article.text.slice(around.start, around.end);
    const excerpt = verifyExcerpt({ articleId, text, ...around }, { files, digests });
    if (excerpt !== undefined) paragraphs.set(number, excerpt);
  }
  return paragraphs;
}
