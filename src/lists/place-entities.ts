// Articles and who they name → by article the places of each, and which articles are copies of one text.

import type { Article } from "../core/article.ts";
import { findCopies } from "../corpus/copies/find-copies.ts";
import { toTraced } from "../corpus/copies/judge-copy.ts";
import { traceLineage } from "../corpus/copies/trace-lineage.ts";
import { chunkPassages } from "../corpus/read/chunk-passages.ts";
import type { NamedPlace } from "./identify-speaker.ts";
import type { MergedEntity, NamedArticle } from "./merge-entities.ts";

/** By article, where it names whom, in the order of its text. */
export function placeEntities(
  merged: readonly MergedEntity[],
  articles: Iterable<NamedArticle>,
): ReadonlyMap<string, readonly NamedPlace[]> {
  const names = new Map(
    Array.from(articles, ({ id, mentions }) => [
      id,
      new Map(mentions.map(({ start, name }) => [start, name])),
    ]),
  );
  const placed = new Map<string, NamedPlace[]>();
  for (const entity of merged) {
    for (const { articleId, start, end } of entity.places) {
      const own = placed.get(articleId) ?? [];
      if (own.length === 0) placed.set(articleId, own);
      own.push({ start, end, entity, name: names.get(articleId)?.get(start) ?? entity.name });
    }
  }
  for (const own of placed.values()) own.sort((one, other) => one.start - other.start);
  return placed;
}

/** By article, those that carry its text; articles without a copy are left out. */
export function traceCopies(articles: Iterable<Article>): ReadonlyMap<string, readonly string[]> {
  const traced = Array.from(articles, (article) => {
    const lineage = traceLineage(article, chunkPassages(article));
    return toTraced({ ...article, passages: 0, words: 0, lineage }) ?? [];
  });
  return findCopies(traced.flat());
}
