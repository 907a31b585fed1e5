// Filters of a question → conditions on articles, as a store searches by them; and which records meet them.

import { publishedDay } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ArticleConditions, ArticleScope } from "../core/ports/passage-store.ts";
import type { Filters } from "../core/question.ts";
import { foldName } from "../text/fold-name.ts";

/**
 * Undefined where no filter was given: everything may be searched. All given conditions must hold.
 * `since`, `until` and `asOf` include their day.
 */
export function scopeArticles({
  articles = [],
  publishers = [],
  authors = [],
  since,
  until,
  asOf,
}: Filters): ArticleScope {
  const scope = {
    ...(articles.length > 0 && { names: articles }),
    ...(publishers.length > 0 && { publishers }),
    ...(authors.length > 0 && { authors }),
    ...narrowDays({ since, until }, { until: asOf }),
  };
  return Object.keys(scope).length === 0 ? undefined : scope;
}

interface Days {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** The days that are in both. */
function narrowDays(one: Days, other: Days): Pick<ArticleConditions, "since" | "until"> {
  const [since] = [one.since, other.since]
    .filter((day) => day !== undefined)
    .sort()
    .reverse();
  const [until] = [one.until, other.until].filter((day) => day !== undefined).sort();
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

/** Those of a scope that were published in these days too. */
export function scopeDays(scope: ArticleScope, days: Days): ArticleConditions {
  return { ...scope, ...narrowDays(scope ?? {}, days) };
}

/** As a store matches them, for records at hand. */
export function meetsConditions(
  { id, metadata }: Pick<ArticleRecord, "id" | "metadata">,
  { ids, names, publishers, authors, since, until }: ArticleConditions,
): boolean {
  const { title, publisher, author, about } = metadata;
  const day = publishedDay(metadata);
  return (
    ids?.has(id) !== false &&
    matchesAny([id, title?.value], names) &&
    matchesAny([publisher?.value, about?.publisher], publishers) &&
    matchesAny([author?.value, about?.author], authors) &&
    (since === undefined || (day !== undefined && day >= since)) &&
    (until === undefined || (day !== undefined && day <= until))
  );
}

function matchesAny(
  values: readonly (string | undefined)[],
  wanted: readonly string[] | undefined,
): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  const folded = values.map((value) => foldName(value ?? ""));
  return wanted.some((part) => folded.some((value) => value.includes(foldName(part))));
}

/** All of them where there is no scope. */
export function filterRecords(
  records: readonly ArticleRecord[],
  scope: ArticleScope,
): readonly ArticleRecord[] {
  return scope === undefined ? records : records.filter((one) => meetsConditions(one, scope));
}
