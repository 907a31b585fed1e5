// Quotations and a source of articles → for each quotation the articles that may hold it, all read once.

import type { SourceText } from "../core/article.ts";
import type { Quotation } from "../core/check.ts";
import type { SkippedSource } from "../core/ingest-event.ts";
import type { ReadResult } from "../core/ports/article-source.ts";
import { parseArticle } from "../corpus/read/parse-article.ts";
import { type Candidate, type JudgedArticle, openArticle } from "../quote/judged-article.ts";
import { renderText } from "../text/normal-form.ts";
import { splitEditorial } from "./match-editorial.ts";
import { createSieve, type Sieve, type Sighting } from "./sift-texts.ts";

export interface SearchedArticles {
  /** One list for each quotation, the likeliest first. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** How many articles were read. */
  readonly read: number;
  readonly skipped: readonly SkippedSource[];
  /** Ids of the articles asked for by name that are there. */
  readonly named: ReadonlySet<string>;
}

/** Articles that hold a quotation's letters, and articles that are only like it. */
const MOST = { exact: 60, near: 4 } as const;

/** @param named ids of articles of which is told whether they are there. */
export async function searchTexts(
  quotations: readonly Quotation[],
  results: AsyncIterable<ReadResult> | Iterable<ReadResult>,
  named: ReadonlySet<string> = new Set(),
): Promise<SearchedArticles> {
  const patterns = quotations.flatMap(({ text }, quotation) =>
    listPatterns(text).map((pattern) => ({ quotation, ...pattern })),
  );
  const sieve = createSieve(patterns.map(({ words }) => words));
  const nominees = quotations.map(() => new Nominees());
  const there = new Set<string>();
  const skipped: SkippedSource[] = [];
  let read = 0;
  for await (const result of results) {
    if (result.kind === "skipped") {
      // What holds no article was not looked for.
      if (result.reason !== "other-kind") skipped.push(result);
      continue;
    }
    read += 1;
    if (named.has(result.id)) there.add(result.id);
    for (const sighting of sightWords(sieve, result.text)) {
      const { quotation = 0, weight = 0 } = patterns[sighting.pattern] ?? {};
      nominees[quotation]?.add(result, sighting, weight);
    }
  }
  const open = openOnce();
  const candidates = nominees.map((one) => one.list(open));
  return { candidates, read, skipped, named: there };
}

/** In the text as it lies in the file, and as a reader of its markup gets it: an address hides the words around it. */
function sightWords(sieve: Sieve, text: string): readonly Sighting[] {
  const sightings = sieve.sift(text);
  const rendered = HIDING.test(text) ? renderText(text) : undefined;
  if (rendered === undefined) return sightings;
  const { starts, ends } = rendered;
  const seen = sieve.sift(rendered.text).map((sighting) => ({
    ...sighting,
    start: starts[sighting.start] ?? 0,
    end: ends[sighting.end - 1] ?? 0,
  }));
  return [...sightings, ...seen];
}

/** Letters that stand in the file and are not shown. */
const HIDING = /\]\(|\]\[|\[\[|\[\^|&(?:#\w+|\w{2,31});|<[a-z]/i;

interface Pattern {
  readonly words: string;
  /** 1 for what nominates an article by itself, less for a short part of a longer quotation. */
  readonly weight: number;
}

/** Shorter parts stand in every article; the longer ones find theirs. */
const SHORTEST_PART = 12;

function listPatterns(text: string): readonly Pattern[] {
  const runs = splitEditorial(text).map((run) => run.text);
  const longest = Math.max(...runs.map((run) => run.length), 1);
  const parts = runs.filter(
    (run) => run.length >= Math.min(SHORTEST_PART, longest) && run !== text,
  );
  return [
    { words: text, weight: 1 },
    ...parts.map((words) => ({ words, weight: words.length / longest })),
  ];
}

/** Metadata is read only of articles that come into question. */
function openOnce(): (text: SourceText) => JudgedArticle {
  const opened = new Map<string, JudgedArticle>();
  return (text) => {
    let article = opened.get(text.id);
    if (article === undefined) {
      article = openArticle(text, () => parseArticle(text).metadata);
      opened.set(text.id, article);
    }
    return article;
  };
}

interface Nominee {
  readonly text: SourceText;
  readonly near: Sighting[];
  best: number;
  exact: boolean;
}

/** The best of what was sighted for one quotation; texts that fall behind are let go. */
class Nominees {
  #byId = new Map<string, Nominee>();

  add(text: SourceText, sighting: Sighting, weight: number): void {
    const known = this.#byId.get(text.id);
    const best = sighting.coverage * weight;
    const exact = sighting.exact && weight === 1;
    if (known !== undefined) {
      known.near.push(sighting);
      known.best = Math.max(known.best, best);
      known.exact ||= exact;
      return;
    }
    this.#byId.set(text.id, { text, near: [sighting], best, exact });
    if (this.#byId.size > 4 * (MOST.exact + MOST.near)) this.#prune();
  }

  #prune(): void {
    this.#byId = new Map(this.#choose().map((one) => [one.text.id, one]));
  }

  #choose(): readonly Nominee[] {
    const ranked = [...this.#byId.values()].sort(
      (one, other) => other.best - one.best || (one.text.id < other.text.id ? -1 : 1),
    );
    const exact = ranked.filter((one) => one.exact).slice(0, MOST.exact);
    const near = ranked.filter((one) => !one.exact).slice(0, MOST.near);
    return [...exact, ...near];
  }

  list(open: (text: SourceText) => JudgedArticle): readonly Candidate[] {
    return this.#choose().map(({ text, near }) => ({ article: open(text), near }));
  }
}
