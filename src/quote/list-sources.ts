// Quotes or excerpts, the articles known and their files → the sources, in the order first shown.

import type { Excerpt, Quote, Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import { linesAt } from "../text/lines.ts";

/**
 * What is known of an article before its file is read again. `sha256` is the digest of the file that
 * the spans into it were made from.
 */
export type KnownArticle = Omit<Source, "quotes">;

/** What an index knows of an article, as a source shows it: values without their origin. */
export function describeArticle(record: ArticleRecord): KnownArticle {
  const restsOn = record.lineage?.restsOn ?? [];
  const { title, publisher, author, published, url, about } = record.metadata;
  return {
    articleId: record.id,
    path: record.path,
    ...(title && { title: title.value }),
    ...(publisher && { publisher: publisher.value }),
    ...(author && { author: author.value }),
    ...(published && { published: published.value }),
    ...(url && { url: url.value }),
    ...(about && { about }),
    ...(restsOn.length > 0 && { restsOn }),
    sha256: record.sha256,
    textSha256: record.textSha256,
  };
}

/**
 * One source an article, in the order of its first quote, with the line that each quote starts at;
 * an excerpt that is no quote has no number and adds its article alone. Every quote's article must be in both maps; path and digests are those of the file just read.
 */
export function listSources(
  shown: readonly (Excerpt | Quote)[],
  known: ReadonlyMap<string, KnownArticle>,
  files: ReadonlyMap<string, SourceText>,
): readonly Source[] {
  const articleIds = [...new Set(shown.map((excerpt) => excerpt.articleId))];
  return articleIds.flatMap((articleId) => {
    const own = shown.filter(
      (excerpt): excerpt is Quote => excerpt.articleId === articleId && "number" in excerpt,
    );
    const article = known.get(articleId);
    const file = files.get(articleId);
    if (article === undefined || file === undefined) return [];
    const lines = linesAt(
      file.text,
      own.map(({ start }) => start),
    );
    const places = file.extracted?.places;
    return {
      ...article,
      path: file.path,
      sha256: file.sha256,
      textSha256: file.textSha256,
      quotes: own.map((quote, i) => ({
        number: quote.number,
        line: lines[i] ?? 1,
        ...(places !== undefined && { places: places(quote) }),
      })),
    };
  });
}
