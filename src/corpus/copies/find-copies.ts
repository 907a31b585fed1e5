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
  const copies = new Map<number, Set<number>>();
  const join = (one: number, other: number): void => {
    copies.set(one, (copies.get(one) ?? new Set()).add(other));
    copies.set(other, (copies.get(other) ?? new Set()).add(one));
  };
  for (const [first, ...others] of holdersByText(articles)) {
    others.forEach((other, at) => {
      for (const one of [first, ...others.slice(0, at)]) if (one !== undefined) join(one, other);
    });
  }
  const sampled = articles.map(({ prints }) => prints.length);
  for (const { one, other, common } of countPairs(articles)) {
    if (isCopy(common, sampled[one] ?? 0, sampled[other] ?? 0)) join(one, other);
  }
  return nameCopies(articles, copies);
}

function holdersByText(articles: readonly TracedArticle[]): readonly (readonly number[])[] {
  const holders = new Map<string, number[]>();
  for (const [place, { textSha256 }] of articles.entries()) {
    const known = holders.get(textSha256);
    if (known === undefined) holders.set(textSha256, [place]);
    else known.push(place);
  }
  return [...holders.values()].filter(({ length }) => length > 1);
}

interface CountedPair {
  readonly one: number;
  readonly other: number;
  readonly common: number;
}

/**
 * Every pair of articles with runs in common, the earlier one first. Sorted numbers stand for an
 * inverted index: a run with its holder is one number, and so is a pair, and equal ones come together
 * when sorted. That stays fast where a table of all runs no longer fits a processor's cache.
 */
function* countPairs(articles: readonly TracedArticle[]): Generator<CountedPair, void> {
  const many = articles.length;
  const pairs: number[] = [];
  for (const holders of listHolders(articles)) {
    for (const [at, other] of holders.entries()) {
      for (const one of holders.subarray(0, at)) pairs.push(one * many + other);
    }
  }
  const sorted = new Float64Array(pairs).sort();
  for (const { start, end } of listRunsOfEqual(sorted, (pair) => pair)) {
    const pair = sorted[start] ?? 0;
    yield { one: Math.floor(pair / many), other: pair % many, common: end - start };
  }
}

/** The articles that have a run, ascending, for each run that two or more have and not too many. */
function* listHolders(articles: readonly TracedArticle[]): Generator<Float64Array, void> {
  const many = articles.length;
  const total = articles.reduce((sum, { prints }) => sum + prints.length, 0);
  const held = new Float64Array(total);
  let filled = 0;
  for (const [place, { prints }] of articles.entries()) {
    for (const print of prints) {
      held[filled] = print * many + place;
      filled += 1;
    }
  }
  held.sort();
  for (const { start, end } of listRunsOfEqual(held, (one) => Math.floor(one / many))) {
    if (end - start < 2 || end - start > MOST_RUN_HOLDERS) continue;
    yield held.subarray(start, end).map((one) => one % many);
  }
}

function* listRunsOfEqual(
  sorted: Float64Array,
  keyOf: (value: number) => number,
): Generator<{ readonly start: number; readonly end: number }, void> {
  let start = 0;
  while (start < sorted.length) {
    const key = keyOf(sorted[start] ?? 0);
    let end = start + 1;
    while (end < sorted.length && keyOf(sorted[end] ?? 0) === key) end += 1;
    yield { start, end };
    start = end;
  }
}

function nameCopies(
  articles: readonly TracedArticle[],
  copies: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const [place, { id }] of articles.entries()) {
    const own = [...(copies.get(place) ?? [])].sort((one, other) => one - other);
    if (own.length > 0) {
      named.set(
        id,
        own.flatMap((other) => articles[other]?.id ?? []),
      );
    }
  }
  return named;
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
