// A few articles and all that there are → for each of the few its copies, and who else may share a passage.

import { isCopyOf, type TracedArticle } from "./judge-copy.ts";
import { MOST_MARK_HOLDERS, MOST_SHARERS } from "./thresholds.ts";

interface RelatedArticles {
  /** Ids of its copies, in the order of all articles. */
  readonly copies: readonly string[];
  /** Ids of others that have marks in common with it, those with the most first. */
  readonly sharers: readonly string[];
}

/**
 * One pass over all samples, whatever the number of the few: only what these have is looked up.
 * No article is related to itself.
 */
export function findRelated(
  few: readonly TracedArticle[],
  all: readonly TracedArticle[],
): ReadonlyMap<string, RelatedArticles> {
  const prints = new Holders(few.map((article) => article.prints));
  const marks = new Holders(few.map((article) => article.marks));
  const copies = few.map((): string[] => []);
  const holders = new Map<number, string[]>();
  for (const other of all) {
    const common = prints.countIn(other.prints);
    for (const [place, article] of few.entries()) {
      if (isCopyOf(article, other, common[place] ?? 0)) copies[place]?.push(other.id);
    }
    for (const mark of marks.pick(other.marks)) noteHolder(holders, mark, other.id);
  }
  return new Map(
    few.map((article, place) => {
      const own = copies[place] ?? [];
      return [article.id, { copies: own, sharers: rankSharers(article, holders, own) }];
    }),
  );
}

function noteHolder(holders: Map<number, string[]>, mark: number, id: string): void {
  const known = holders.get(mark);
  if (known === undefined) holders.set(mark, [id]);
  else if (known.length <= MOST_MARK_HOLDERS) known.push(id);
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

/** A power of two, so that a hash's last bits are its place. */
const BITS = 2 ** 18;

/** Samples, asked for single hashes: a table of bits turns away nearly all that none of them holds. */
class Holders {
  readonly #places = new Map<number, number[]>();
  readonly #bits = new Uint8Array(BITS);
  readonly #samples: number;

  constructor(samples: readonly Uint32Array[]) {
    this.#samples = samples.length;
    for (const [place, sample] of samples.entries()) {
      for (const hash of sample) {
        this.#bits[hash & (BITS - 1)] = 1;
        const known = this.#places.get(hash);
        if (known === undefined) this.#places.set(hash, [place]);
        else known.push(place);
      }
    }
  }

  /** Those hashes of another sample that one of these has. */
  pick(sample: Uint32Array): readonly number[] {
    const picked: number[] = [];
    for (let at = 0; at < sample.length; at += 1) {
      const hash = sample[at] ?? 0;
      if (this.#bits[hash & (BITS - 1)] === 1 && this.#places.has(hash)) picked.push(hash);
    }
    return picked;
  }

  /** For each of the samples held, how many hashes it has in common with this one. */
  countIn(sample: Uint32Array): readonly number[] {
    const counts = new Array<number>(this.#samples).fill(0);
    for (const hash of this.pick(sample)) {
      for (const place of this.#places.get(hash) ?? []) counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  }
}
