// An article id → its whole text as minted excerpts, block by block.

import type { ShownArticle } from "../core/answer.ts";
import { PullquoteError } from "../core/errors.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { verifyExcerpts } from "../quote/verify-excerpts.ts";
import { linesAt } from "../text/lines.ts";
import { parseArticle } from "./read/parse-article.ts";

/** @throws PullquoteError `unknown-article` when there is no such file or it cannot be read. */
export async function showArticle(
  articleId: string,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<ShownArticle> {
  const file = await source.read(articleId, signal);
  if (file.kind === "skipped") {
    throw new PullquoteError({
      code: "unknown-article",
      message: `${articleId} cannot be shown: ${file.detail}`,
      hint: "pullquote articles",
    });
  }
  const article = parseArticle(file);
  const drafts = article.blocks.map(({ start, end }) => ({
    articleId,
    start,
    end,
    text: article.text.slice(start, end),
  }));
  const files = new Map([[articleId, file]]);
  const excerpts = verifyExcerpts(drafts, { files, digests: new Map([[articleId, file.sha256]]) });
  const lines = linesAt(
    article.text,
    excerpts.map(({ start }) => start),
  );
  const blocks = excerpts.map((excerpt, index) => ({ excerpt, line: lines[index] ?? 1 }));
  const { id, path, metadata } = article;
  return { articleId: id, path, metadata, blocks };
}
