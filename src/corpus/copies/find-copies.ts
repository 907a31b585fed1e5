// Articles of an index → which of them are copies of one another, in groups, and how many are independent.

import type { CopiedRecord, CopyGroup } from "../../core/index-state.ts";
import type { ArticleScope, PassageStore } from "../../core/ports/passage-store.ts";
import { isCopy, type TracedArticle } from "./judge-copy.ts";
import { MOST_RUN_HOLDERS } from "./thresholds.ts";

type SampledArticle = Pick<TracedArticle, "id" | "textSha256" | "prints">;

const NOTHING = new Uint32Array(0);

/**
 * Copies are mutual: each is listed with the other. Only articles that have a sampled run in common
 * are compared, so the time grows with the articles and not with their pairs. Ids in the order of the
 * articles.
 */
export function findCopies(
  articles: readonly SampledArticle[],
): ReadonlyMap<string, readonly string[]> {
  const copies = new Map<number, Set<number>>();
  const add = (one: number, other: number): void => {
    copies.set(one, (copies.get(one) ?? new Set()).add(other));
  };
  const join = (one: number, other: number): void => {
    add(one, other);
    add(other, one);
  };
  const texts = new Map<string, number[]>();
  for (const [place, { textSha256 }] of articles.entries()) {
    const same = texts.get(textSha256) ?? [];
    for (const other of same) join(other, place);
    texts.set(textSha256, same);
    same.push(place);
  }
  for (const [one, other] of listCopyPairs(articles)) join(one, other);
  const nameOf = (place: number): string => articles[place]?.id ?? "";
  const ascending = (one: number, other: number): number => one - other;
  return new Map(
    [...copies.keys()]
      .sort(ascending)
      .map((place) => [nameOf(place), [...(copies.get(place) ?? [])].sort(ascending).map(nameOf)]),
  );
}

/**
 * Pairs of articles with enough runs in common. Each article's runs lead to the earlier ones that have them,
 * and these are counted in one row of numbers: pairs are many more than articles, and are kept nowhere.
 */
function* listCopyPairs(articles: readonly SampledArticle[]): Generator<[number, number]> {
  const sampled = articles.map(({ prints }) => prints.length);
  const common = new Uint32Array(articles.length);
  const { holdersOf, runsOf } = invertRuns(articles);
  for (const [other, runs] of runsOf.entries()) {
    const met = runs.flatMap((run) => countEarlier(holdersOf[run] ?? NOTHING, other, common));
    for (const one of met) {
      if (isCopy(common[one] ?? 0, sampled[one] ?? 0, sampled[other] ?? 0)) yield [one, other];
      common[one] = 0;
    }
  }
}

/** @returns those that were counted for the first time */
function countEarlier(holders: Uint32Array, other: number, common: Uint32Array): number[] {
  const met: number[] = [];
  for (const one of holders) {
    // Ascending: the pairs with later ones are theirs.
    if (one === other) break;
    if (common[one] === 0) met.push(one);
    common[one] = (common[one] ?? 0) + 1;
  }
  return met;
}

/** The runs that several articles have, by number: the places of each one's holders, ascending, and the runs of each article. */
function invertRuns(articles: readonly SampledArticle[]) {
  const many = articles.length;
  const runsOf = articles.map((): number[] => []);
  const holdersOf: Uint32Array[] = [];
  for (const holders of groupHolders(articles)) {
    if (holders.length < 2 || holders.length > MOST_RUN_HOLDERS) continue;
    const places = Uint32Array.from(holders, (one) => one % many);
    for (const place of places) runsOf[place]?.push(holdersOf.length);
    holdersOf.push(places);
  }
  return { holdersOf, runsOf };
}

/** A run with its holder is one number, so that equal runs come together when sorted. */
function* groupHolders(articles: readonly SampledArticle[]): Generator<Float64Array> {
  const many = articles.length;
  const held = new Float64Array(articles.reduce((sum, { prints }) => sum + prints.length, 0));
  let filled = 0;
  for (const [place, { prints }] of articles.entries()) {
    held.set(
      Float64Array.from(prints, (print) => print * many + place),
      filled,
    );
    filled += prints.length;
  }
  held.sort();
  const runAt = (at: number): number => Math.floor((held[at] ?? 0) / many);
  for (let [start, end] = [0, 0]; start < held.length; start = end) {
    const run = runAt(start);
    while (end < held.length && runAt(end) === run) end += 1;
    yield held.subarray(start, end);
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

/**
 * Groups in the order of their first article, articles in their own; those without a copy are left out, and
 * only the others' records are read.
 */
export async function listCopyGroups(
  store: Pick<PassageStore, "list" | "recordsOf">,
  scope: ArticleScope,
): Promise<readonly CopyGroup[]> {
  const sampled: SampledArticle[] = [];
  for await (const part of store.list(["textSha256", "lineage"], { scope })) {
    for (const { id, textSha256, lineage } of part) {
      sampled.push({ id, textSha256, prints: lineage?.prints ?? NOTHING });
    }
  }
  const copies = findCopies(sampled);
  const records = new Map(
    (await store.recordsOf([...copies.keys()])).map((record) => [record.id, record]),
  );
  return groupCopies([...copies.keys()], copies).map((group) => {
    const articles = group.flatMap((id): CopiedRecord[] => {
      const record = records.get(id);
      return record === undefined ? [] : [{ record, copies: copies.get(id) ?? [] }];
    });
    const counted = group.map((id) => ({ id, copies: copies.get(id) ?? [] }));
    return { articles, independent: countIndependent(counted) };
  });
}

/** @param ids in the order that groups and their members come in */
function groupCopies(
  ids: readonly string[],
  copies: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const grouped = new Set<string>();
  const groups: string[][] = [];
  for (const id of ids) {
    if (grouped.has(id)) continue;
    const joined = collectJoined(id, copies);
    for (const member of joined) grouped.add(member);
    groups.push(
      [...joined].sort((one, other) => (placeOf.get(one) ?? 0) - (placeOf.get(other) ?? 0)),
    );
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
