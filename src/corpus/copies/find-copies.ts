// Articles' records → which of them are copies of one another, in groups, and how many are independent.

import type { ArticleRecord, CopiedRecord, CopyGroup } from "../../core/index-state.ts";
import { isCopy, type TracedArticle, toTraced } from "./judge-copy.ts";
import { MOST_RUN_HOLDERS } from "./thresholds.ts";

/**
 * Copies are mutual: each is listed with the other. Only articles that have a sampled run in common
 * are compared, so the time grows with the articles and not with their pairs. Ids in the order of the
 * articles.
 */
export function findCopies(
  articles: readonly TracedArticle[],
): ReadonlyMap<string, readonly string[]> {
  const copies = articles.map(() => new Set<number>());
  const join = (one: number, other: number): void => {
    copies[one]?.add(other);
    copies[other]?.add(one);
  };
  const texts = new Map<string, number[]>();
  for (const [place, { textSha256 }] of articles.entries()) {
    const same = texts.get(textSha256) ?? [];
    for (const other of same) join(other, place);
    texts.set(textSha256, same);
    same.push(place);
  }
  const sampled = articles.map(({ prints }) => prints.length);
  for (const { one, other, common } of countPairs(articles)) {
    if (isCopy(common, sampled[one] ?? 0, sampled[other] ?? 0)) join(one, other);
  }
  const named = copies.map((own) =>
    [...own].sort((one, other) => one - other).flatMap((place) => articles[place]?.id ?? []),
  );
  return new Map(
    articles
      .map(({ id }, place) => [id, named[place] ?? []] as const)
      .filter(([, own]) => own.length > 0),
  );
}

/**
 * Every pair of articles with runs in common, the earlier one first. Sorted numbers stand for an
 * inverted index: a run with its holder is one number, and so is a pair, and equal ones come together
 * when sorted. That stays fast where a table of all runs no longer fits a processor's cache.
 */
function* countPairs(articles: readonly TracedArticle[]) {
  const many = articles.length;
  const held = articles.flatMap(({ prints }, place) =>
    Array.from(prints, (print) => print * many + place),
  );
  const pairs: number[] = [];
  for (const holders of groupEqual(held, (one) => Math.floor(one / many))) {
    if (holders.length < 2 || holders.length > MOST_RUN_HOLDERS) continue;
    const places = holders.map((one) => one % many);
    for (const [at, other] of places.entries()) {
      for (const one of places.subarray(0, at)) pairs.push(one * many + other);
    }
  }
  for (const same of groupEqual(pairs, (pair) => pair)) {
    const pair = same[0] ?? 0;
    yield { one: Math.floor(pair / many), other: pair % many, common: same.length };
  }
}

/** Ascending, those with one key together. */
function* groupEqual(values: readonly number[], keyOf: (value: number) => number) {
  const sorted = new Float64Array(values).sort();
  for (let [start, end] = [0, 0]; start < sorted.length; start = end) {
    const key = keyOf(sorted[start] ?? 0);
    while (end < sorted.length && keyOf(sorted[end] ?? 0) === key) end += 1;
    yield sorted.subarray(start, end);
  }
}

interface CopiedArticle {
  readonly id: string;
  readonly copies: readonly string[];
}

/**
 * The most that can be chosen without choosing two copies, found by taking those with the fewest
 * copies first: an article merged from two others leaves both of them counted.
 */
export function countIndependent(articles: readonly CopiedArticle[]): number {
  const present = new Set(articles.map(({ id }) => id));
  const counted = new Set<string>();
  const own = articles.map(({ id, copies }) => ({
    id,
    copies: copies.filter((copy) => present.has(copy)),
  }));
  for (const { id, copies } of own.sort((one, other) => one.copies.length - other.copies.length)) {
    if (!copies.some((copy) => counted.has(copy))) counted.add(id);
  }
  return counted.size;
}

/** Groups in the order of their first article, articles in their own; those without a copy are left out. */
export function groupCopies(records: readonly ArticleRecord[]): readonly CopyGroup[] {
  const copies = findCopies(records.flatMap((record) => toTraced(record) ?? []));
  const placeOf = new Map(records.map(({ id }, place) => [id, place]));
  const grouped = new Set<string>();
  const groups: CopyGroup[] = [];
  for (const { id } of records) {
    if (grouped.has(id) || !copies.has(id)) continue;
    const joined = collectJoined(id, copies);
    for (const member of joined) grouped.add(member);
    const places = [...joined].flatMap((member) => placeOf.get(member) ?? []);
    const articles = places
      .sort((one, other) => one - other)
      .flatMap((place) => records[place] ?? [])
      .map((record): CopiedRecord => ({ record, copies: copies.get(record.id) ?? [] }));
    const counted = articles.map((article) => ({ id: article.record.id, copies: article.copies }));
    groups.push({ articles, independent: countIndependent(counted) });
  }
  return groups;
}

function collectJoined(
  first: string,
  copies: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const joined = new Set([first]);
  for (const id of joined) for (const copy of copies.get(id) ?? []) joined.add(copy);
  return joined;
}
