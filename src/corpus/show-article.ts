// An article id → its whole text as minted excerpts, block by block.

import type { Article, ExclusionReason } from "../core/article.ts";
import { PullquoteError } from "../core/errors.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { ShownArticle } from "../core/search.ts";
import type { Span } from "../core/span.ts";
import { verifyExcerpt } from "../quote/verify-excerpts.ts";
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
  const parts = listParts(article);
  const files = new Map([[articleId, file]]);
  const known = { files, digests: new Map([[articleId, file.sha256]]) };
  const lines = linesAt(
    article.text,
    parts.map(({ start }) => start),
  );
  const blocks = parts.flatMap(({ start, end, excluded }, index) => {
    const text = article.text.slice(start, end);
    const excerpt = verifyExcerpt({ articleId, start, end, text }, known);
    const line = lines[index] ?? 1;
    return excerpt ? [{ excerpt, line, ...(excluded === undefined ? {} : { excluded }) }] : [];
  });
  const { id, path, metadata } = article;
  return { articleId: id, path, metadata, blocks };
}

interface Part extends Span {
  readonly excluded?: ExclusionReason;
}

/** Everything but the front matter and what is blank, in the order of the text. */
function listParts({ text, blocks, excluded }: Article): readonly Part[] {
  const around = excluded
    .filter(({ reason }) => reason !== "front-matter")
    .map(({ start, end, reason }) => ({ start, end, excluded: reason }));
  return [...blocks, ...around]
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .sort((one, other) => one.start - other.start);
}
