// All articles → for each that has any, its copies.

import { isCopy, type TracedArticle } from "./judge-copy.ts";

/**
 * A run that this many articles have is furniture or a stock phrase, and would pair them all. Copies
 * of one text beyond that number still share their equal digests, and their runs with its neighbours.
 */
const MOST_HOLDERS = 256;

/**
 * Copies are mutual: each is listed with the other. Only articles that have a sampled run in common
 * are compared (an inverted index of the samples), so the time grows with the articles and not with
 * their pairs. Ids in the order of the articles.
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
  const byPrint = holdersByPrint(articles);
  articles.forEach(({ prints }, one) => {
    for (const [other, common] of countEarlier(one, prints, byPrint)) {
      if (isCopy(common, prints.length, articles[other]?.prints.length ?? 0)) join(one, other);
    }
  });
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

function holdersByPrint(
  articles: readonly TracedArticle[],
): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  for (const [place, { prints }] of articles.entries()) {
    for (const print of prints) {
      const known = holders.get(print);
      if (known === undefined) holders.set(print, [place]);
      else if (known.length <= MOST_HOLDERS) known.push(place);
    }
  }
  return holders;
}

/** How many sampled runs each article before this one has in common with it. */
function countEarlier(
  place: number,
  prints: Uint32Array,
  byPrint: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const print of prints) {
    const holders = byPrint.get(print) ?? [];
    if (holders.length > MOST_HOLDERS) continue;
    for (const holder of holders) {
      if (holder < place) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    }
  }
  return counts;
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
