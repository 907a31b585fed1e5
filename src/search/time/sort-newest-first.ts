// A writer's parts → the same, claims of newer articles before those of older ones.

import { publishedDay } from "../../core/article.ts";
import type { DraftPart } from "../../core/draft.ts";
import type { ArticleRecord } from "../../core/index-state.ts";

/** Claims of articles without a known date stand last; of one day in the writer's order. */
export function sortNewestFirst(
  parts: readonly DraftPart[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftPart[] {
  const dayOfPart = (part: DraftPart): string => {
    const record =
      part.kind === "claim" ? articles.get(part.quotes[0]?.articleId ?? "") : undefined;
    return publishedDay(record?.metadata) ?? "";
  };
  const claims = parts.filter(({ kind }) => kind === "claim");
  const others = parts.filter(({ kind }) => kind !== "claim");
  claims.sort((one, other) => dayOfPart(other).localeCompare(dayOfPart(one)));
  return [...claims, ...others];
}
