// Filters and records → the articles that a search may look at.

import { publishedDay } from "../core/article.ts";
import type { Searched } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Filters } from "../core/question.ts";
import { foldName } from "../text/fold-name.ts";

/** `ids` is undefined when no filter was given: everything may be searched. */
export interface ScopedArticles {
  readonly ids: ReadonlySet<string> | undefined;
  readonly records: readonly ArticleRecord[];
  readonly searched: Searched;
}

/**
 * All given conditions must hold. An article matches by any part of its id or title, publisher and
 * author by any part of their name or of the name that a brief is about, in any typography.
 * `since`, `until` and `asOf` include their day. An undated article meets no date filter; those that only
 * the date left out are counted.
 */
export function scopeArticles(records: readonly ArticleRecord[], filters: Filters): ScopedArticles {
  const named = records.filter((record) => matchesNames(record, filters));
  const isDated = [filters.since, filters.until, filters.asOf].some((day) => day !== undefined);
  const kept = isDated ? named.filter((record) => isInPeriod(record, filters)) : named;
  const undated = named.filter(({ metadata }) => metadata.published === undefined).length;
  const { articles, publishers, authors } = filters;
  const isFiltered = isDated || [articles, publishers, authors].some(isGiven);
  return {
    ids: isFiltered ? new Set(kept.map(({ id }) => id)) : undefined,
    records: kept,
    searched: {
      articles: kept.length,
      passages: kept.reduce((sum, { passages }) => sum + passages, 0),
      undated: isDated ? undated : 0,
    },
  };
}

function matchesNames({ id, metadata }: ArticleRecord, filters: Filters): boolean {
  const { title, publisher, author, about } = metadata;
  return (
    matchesAny([id, title?.value], filters.articles) &&
    matchesAny([publisher?.value, about?.publisher], filters.publishers) &&
    matchesAny([author?.value, about?.author], filters.authors)
  );
}

function matchesAny(
  values: readonly (string | undefined)[],
  wanted: readonly string[] | undefined,
): boolean {
  if (!isGiven(wanted)) return true;
  const folded = values.map((value) => foldName(value ?? ""));
  return wanted.some((part) => folded.some((value) => value.includes(foldName(part))));
}

function isGiven(list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && list.length > 0;
}

function isInPeriod({ metadata }: ArticleRecord, { since, until, asOf }: Filters): boolean {
  const day = publishedDay(metadata);
  if (day === undefined) return false;
  const isEarly = [until, asOf].every((last) => last === undefined || day <= last);
  return isEarly && (since === undefined || day >= since);
}
