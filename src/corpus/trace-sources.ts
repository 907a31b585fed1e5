// The sources of an answer and all articles searched → the sources with what they share with others.

import type { Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Reuse, TracedReliance } from "../core/lineage.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { listReported, sharesWords } from "./copies/compare-publishers.ts";
import { findRelated } from "./copies/find-related.ts";
import { traceReuse } from "./copies/find-shared-passages.ts";
import { toTraced } from "./copies/judge-copy.ts";
import { ProseReader } from "./read-articles.ts";

interface TracePorts {
  readonly source: ArticleSource;
  /** What was read of the articles already. */
  readonly files: ReadonlyMap<string, SourceText>;
}

/**
 * Articles that a filter left out are no copies here: the reader did not ask about them. Files are
 * read only of articles whose samples have something in common, and of those that are named.
 */
export async function traceSources(
  sources: readonly Source[],
  articles: ReadonlyMap<string, ArticleRecord>,
  { source, files }: TracePorts,
): Promise<readonly Source[]> {
  const reader = new ProseReader(source, articles, files);
  const cited = sources.flatMap(({ articleId }) => toTraced(articles.get(articleId)) ?? []);
  const all = [...articles.values()].flatMap((record) => toTraced(record) ?? []);
  const related = findRelated(cited, all);
  const traced: Source[] = [];
  for (const one of sources) {
    const { copies = [], sharers = [] } = related.get(one.articleId) ?? {};
    const reuses = await traceReuses(one.articleId, sharers, reader);
    const restsOn = await traceReliances(one, articles, reader);
    traced.push({
      ...one,
      ...(copies.length > 0 && { copies }),
      ...(reuses.length > 0 && { reuses }),
      ...(restsOn.length > 0 && { restsOn }),
    });
  }
  return traced;
}

async function traceReuses(
  articleId: string,
  sharers: readonly string[],
  reader: ProseReader,
): Promise<readonly Reuse[]> {
  const reuses: Reuse[] = [];
  for (const other of sharers) {
    const reuse = traceReuse(await reader.read(articleId), other, await reader.read(other));
    if (reuse !== undefined) reuses.push(reuse);
  }
  return reuses;
}

/** Each publisher with the articles of it that share a sentence or a quotation, where there are any. */
async function traceReliances(
  { articleId, restsOn = [] }: Source,
  articles: ReadonlyMap<string, ArticleRecord>,
  reader: ProseReader,
): Promise<readonly TracedReliance[]> {
  const resting = articles.get(articleId);
  const traced: TracedReliance[] = [];
  for (const reliance of restsOn) {
    const meant: string[] = [];
    const near =
      resting === undefined ? [] : listReported(reliance.name, resting, articles.values());
    for (const other of near) {
      if (sharesWords(await reader.read(articleId), await reader.read(other))) meant.push(other);
    }
    traced.push(meant.length === 0 ? reliance : { ...reliance, articles: meant });
  }
  return traced;
}
