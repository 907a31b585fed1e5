// A few articles and all that there are → for each of the few its copies, and who else may share a passage.

import { listCopiesOf, type TracedArticle } from "./judge-copy.ts";
import { MOST_MARK_HOLDERS, MOST_SHARERS } from "./thresholds.ts";

interface RelatedArticles {
  /** Ids of its copies, in the order of all articles. */
  readonly copies: readonly string[];
  /** Ids of others that have marks in common with it, those with the most first. */
  readonly sharers: readonly string[];
}

/** One pass over all samples. No article is related to itself. */
export function findRelated(
  few: readonly TracedArticle[],
  all: readonly TracedArticle[],
): ReadonlyMap<string, RelatedArticles> {
  const holders = new Map<number, string[]>();
  for (const { marks } of few) for (const mark of marks) holders.set(mark, []);
  for (const { id, marks } of all) for (const mark of marks) holders.get(mark)?.push(id);
  return new Map(
    few.map((article) => {
      const copies = listCopiesOf(article, all);
      return [article.id, { copies, sharers: rankSharers(article, holders, copies) }];
    }),
  );
}

function rankSharers(
  { id, marks }: TracedArticle,
  holders: ReadonlyMap<number, readonly string[]>,
  copies: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    const found = holders.get(mark) ?? [];
    if (found.length > MOST_MARK_HOLDERS) continue;
    for (const other of found) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  for (const known of [id, ...copies]) counts.delete(known);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_SHARERS)
    .map(([other]) => other);
}
