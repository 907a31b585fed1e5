// Articles' metadata → who publishes and writes them, how many each and of which days.

import type { ArticleRecord } from "../core/index-state.ts";

/** A name as articles write it, and how many bear it. */
export interface NameCount {
  /** Empty for articles of which nobody states one. */
  readonly name: string;
  readonly articles: number;
  /** The first and the last day, `YYYY-MM-DD`; absent where none is known. */
  readonly first?: string;
  readonly last?: string;
}

/** Names in the order of their first article. */
export interface ArticleNames {
  readonly publishers: readonly NameCount[];
  readonly authors: readonly NameCount[];
  /** Of the reports that briefs are about. */
  readonly reported: {
    readonly publishers: readonly string[];
    readonly authors: readonly string[];
  };
}

type Counts = Map<string, { articles: number; first?: string; last?: string }>;

export async function countNames(
  parts: AsyncIterable<readonly Pick<ArticleRecord, "metadata">[]>,
): Promise<ArticleNames> {
  const [publishers, authors]: [Counts, Counts] = [new Map(), new Map()];
  const reported = { publishers: new Set<string>(), authors: new Set<string>() };
  for await (const part of parts) {
    for (const { metadata } of part) {
      const { publisher, author, about, published } = metadata;
      const day = published?.value.slice(0, 10);
      countName(publishers, publisher?.value ?? "", day);
      countName(authors, author?.value ?? "", day);
      if (about?.publisher !== undefined) reported.publishers.add(about.publisher);
      if (about?.author !== undefined) reported.authors.add(about.author);
    }
  }
  const list = (counts: Counts) => Array.from(counts, ([name, counted]) => ({ name, ...counted }));
  return {
    publishers: list(publishers),
    authors: list(authors),
    reported: { publishers: [...reported.publishers], authors: [...reported.authors] },
  };
}

function countName(counts: Counts, name: string, day: string | undefined): void {
  const counted = counts.get(name) ?? { articles: 0 };
  counts.set(name, counted);
  counted.articles += 1;
  if (day === undefined) return;
  if (counted.first === undefined || day < counted.first) counted.first = day;
  if (counted.last === undefined || day > counted.last) counted.last = day;
}
