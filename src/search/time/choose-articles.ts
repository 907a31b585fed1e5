// Articles → those published in some days, or the newest of them.

import { publishedDay } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { Days } from "./sift-by-days.ts";

/** None where the days are open on both sides. */
export function listPublishedIn(
  records: Iterable<ArticleRecord>,
  { from, to }: Days,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (from === undefined && to === undefined) return found;
  for (const record of records) {
    const day = publishedDay(record.metadata);
    if (day === undefined || (from !== undefined && day < from) || (to !== undefined && day > to))
      continue;
    found.add(record.id);
  }
  return found;
}

/** Only dated ones. */
export function listNewest(records: Iterable<ArticleRecord>, most: number): ReadonlySet<string> {
  const dated = [...records].filter(({ metadata }) => publishedDay(metadata) !== undefined);
  dated.sort((one, other) =>
    (publishedDay(one.metadata) ?? "") < (publishedDay(other.metadata) ?? "") ? 1 : -1,
  );
  return new Set(dated.slice(0, most).map(({ id }) => id));
}
