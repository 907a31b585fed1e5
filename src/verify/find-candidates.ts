// Quotations, the articles that proofs name and a hint where others lie → for each quotation the articles to judge it by.

import type { Quotation } from "../core/check.ts";
import type { ArticleSource, ReadResult } from "../core/ports/article-source.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { parseArticle } from "../corpus/read/parse-article.ts";
import { readAll } from "../corpus/read-articles.ts";
import { type Candidate, type JudgedArticle, openArticle } from "../quote/judged-article.ts";
import { searchTexts } from "./search-articles.ts";

/**
 * Ids of articles that may hold the words of these quotations side by side. A hint: what it names is read and
 * judged like any other article, and what it does not name is looked for in the whole folder.
 */
export type FindHolders = (quotations: readonly string[]) => Promise<readonly string[]>;

export interface AskedQuotation {
  readonly quotation: Quotation;
  /** Whether the verdict by these articles is one that no further article could change. */
  readonly isProved: (candidates: readonly Candidate[]) => boolean;
}

export interface NamedArticles {
  readonly articles: ReadonlyMap<string, JudgedArticle>;
  /** Files that are there and cannot be used: why, and the step that helps. */
  readonly lost: ReadonlyMap<string, string>;
  readonly unreadable: number;
}

interface SearchPlan {
  readonly source: ArticleSource;
  readonly first: NamedArticles;
  readonly findHolders: FindHolders | undefined;
  readonly signal: AbortSignal | undefined;
}

interface FoundCandidates {
  /** One list for each quotation, the likeliest first. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** How many articles were read, and how many could not be. */
  readonly read: number;
  readonly unreadable: number;
  /** Whether the whole folder was. */
  readonly whole: boolean;
}

/** The articles that are there under these ids; the others are missing from the map. */
export async function readNamed(
  ids: readonly string[],
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<NamedArticles> {
  const articles = new Map<string, JudgedArticle>();
  const lost = new Map<string, string>();
  let unreadable = 0;
  for (const result of await readEach(new Set(ids), source, signal)) {
    if (result.kind === "read")
      articles.set(
        result.id,
        openArticle(result, () => parseArticle(result).metadata),
      );
    else if (result.reason === "unreadable") unreadable += 1;
    if (result.kind === "skipped" && !ABSENT.has(result.reason)) lost.set(result.id, result.detail);
  }
  return { articles, lost, unreadable };
}

const ABSENT: ReadonlySet<string> = new Set(["vanished", "outside-corpus"]);

export async function findCandidates(
  asked: readonly AskedQuotation[],
  { source, first, findHolders, signal }: SearchPlan,
): Promise<FoundCandidates> {
  const candidates: (readonly Candidate[])[] = asked.map(() => []);
  let open = asked.flatMap(({ isProved }, at) => (isProved([]) ? [] : [at]));
  const quotationsOf = (places: readonly number[]): Quotation[] =>
    places.flatMap((at) => asked[at]?.quotation ?? []);
  const seen = new Set(first.articles.keys());
  if (open.length > 0 && findHolders !== undefined) {
    const words = new Set(quotationsOf(open).map(({ text }) => text));
    const holders = new Set(await findHolders([...words]));
    const texts = await readEach(holders, source, signal);
    const hinted = await searchTexts(quotationsOf(open), texts);
    for (const id of holders) seen.add(id);
    open = open.filter((at, place) => {
      const near = hinted.candidates[place] ?? [];
      if (asked[at]?.isProved(near) !== true) return true;
      candidates[at] = near;
      return false;
    });
  }
  // Without a quote the folder is read all the same: a wrong one must not pass.
  if (open.length === 0 && asked.length > 0) {
    return { candidates, read: seen.size, unreadable: first.unreadable, whole: false };
  }
  const all = await searchTexts(quotationsOf(open), readAll(source, signal));
  open.forEach((at, place) => {
    candidates[at] = all.candidates[place] ?? [];
  });
  return { candidates, read: all.read, unreadable: all.skipped.length, whole: true };
}

async function readEach(
  ids: ReadonlySet<string>,
  source: ArticleSource,
  signal: AbortSignal | undefined,
): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (const id of ids) results.push(await source.read(id, signal));
  return results;
}

/** Fewer articles are read sooner than an index is opened. */
const LEAST_ARTICLES = 2000;
/** Words that are looked for side by side: many are nobody else's, and few lie in one passage. */
const MANY = 24;
const FEW = 8;
/** Passages that are asked for; what stands in more is found in some of them. */
const MOST_HOLDERS = 24;

/** The index of the same articles as a hint. One that is missing, damaged or of another folder says nothing. */
export function createHolderSearch(store: PassageStore, source: ArticleSource): FindHolders {
  let usable: Promise<boolean> | undefined;
  return async (quotations) => {
    usable ??= isWorthAsking(store, source).catch(() => false);
    if (!(await usable)) return [];
    const holders: string[] = [];
    let open = quotations.map(listRuns).filter((runs) => runs.length > 0);
    while (open.length > 0) {
      const phrases = open.map(([run = ""]) => run);
      const found = await store.findPhrases(phrases, MOST_HOLDERS).catch(() => []);
      holders.push(...found.flat());
      const left = open.filter((_, at) => (found[at] ?? []).length === 0);
      open = left.map((runs) => runs.slice(1)).filter((runs) => runs.length > 0);
    }
    return [...new Set(holders)];
  };
}

async function isWorthAsking(store: PassageStore, source: ArticleSource): Promise<boolean> {
  const state = await store.state();
  if (state?.corpus !== source.location) return false;
  return (await store.totals()).articles >= LEAST_ARTICLES;
}

/** The words, then the first and the last: of a quotation over two passages one of them lies in one. */
function listRuns(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = [words.slice(0, MANY), words.slice(0, FEW), words.slice(-FEW)];
  return [...new Set(runs.map((run) => run.join(" ")))].filter((run) => run !== "");
}
