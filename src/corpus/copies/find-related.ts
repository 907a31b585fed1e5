// A few articles and all that there are → for each of the few its copies, and who else may share a passage.

import { FIRST_MARK, listTraces, type TraceHolder } from "../../core/lineage.ts";
import { listCopiesOf, type TracedArticle } from "./judge-copy.ts";
import { COPY_RUNS, MOST_MARK_HOLDERS, MOST_RELATED, MOST_SHARERS } from "./thresholds.ts";

interface RelatedArticles {
  /** Ids of its copies, in the order of all articles. */
  readonly copies: readonly string[];
  /** Ids of others that have marks in common with it, those with the most first. */
  readonly sharers: readonly string[];
}

/**
 * Who of all articles has enough in common with one of the few to be looked at, those with the most
 * first; and the few without the marks that too many have.
 */
export function pickRelated(
  few: readonly TracedArticle[],
  holders: readonly TraceHolder[],
): { readonly few: readonly TracedArticle[]; readonly ids: readonly string[] } {
  const having = new Map<number, Set<string>>();
  for (const { trace, articleId } of holders) {
    having.set(trace, (having.get(trace) ?? new Set()).add(articleId));
  }
  const isRare = (mark: number): boolean =>
    (having.get(FIRST_MARK + mark)?.size ?? 0) <= MOST_MARK_HOLDERS;
  const told = few.map((one) => ({ ...one, marks: one.marks.filter(isRare) }));
  const most = new Map<string, number>();
  for (const [id, common] of told.flatMap((one) => [...countHeld(one, having)])) {
    most.set(id, Math.max(most.get(id) ?? 0, common));
  }
  const ids = [...most].sort(([, left], [, right]) => right - left).map(([id]) => id);
  return { few: told, ids: ids.slice(0, MOST_RELATED) };
}

/** Traces in common, by article; those left out that have too few to be a copy or a sharer. */
function countHeld(
  one: TracedArticle,
  having: ReadonlyMap<number, ReadonlySet<string>>,
): ReadonlyMap<string, number> {
  const held = (traces: readonly number[]): string[] =>
    traces.flatMap((trace) => [...(having.get(trace) ?? [])]);
  const traces = listTraces(one);
  const prints = countEach(held(traces.filter((trace) => trace < FIRST_MARK)));
  const marks = countEach(held(traces.filter((trace) => trace >= FIRST_MARK)));
  const related = [...new Set([...prints.keys(), ...marks.keys()])].filter(
    (id) => marks.has(id) || (prints.get(id) ?? 0) >= COPY_RUNS,
  );
  return new Map(related.map((id) => [id, (prints.get(id) ?? 0) + (marks.get(id) ?? 0)]));
}

function countEach(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
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
