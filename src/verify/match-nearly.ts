// A quotation's words and a place in an article → how the words differ there, and how alike they are.

import { diffArrays } from "diff";
import type { Change, WordChange } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import { type JudgedArticle, type LocatedWord, locateWords } from "../quote/judged-article.ts";
import { foldTypography } from "../text/fold-typography.ts";
import { nameChange } from "./name-difference.ts";

/** A run of words: in both, only in the first, only in the second. */
interface WordRun {
  readonly kind: "same" | "first" | "second";
  readonly words: readonly string[];
}

/** More changes than this are no change but another text; the work is bounded by it. */
const MOST_EDITS = 4000;

/**
 * Myers' difference of two lists, compared by `keys` and told in the words given (`first`'s where
 * both have one). `undefined` when they differ in more than 4,000 words.
 */
function diffWords(
  first: readonly string[],
  second: readonly string[],
  keyOf: (word: string) => string,
): readonly WordRun[] | undefined {
  const changes = diffArrays(first.map(keyOf), second.map(keyOf), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  let left = 0;
  let right = 0;
  return changes.map(({ added, removed, value }): WordRun => {
    const count = value.length;
    if (added) {
      right += count;
      return { kind: "second", words: second.slice(right - count, right) };
    }
    left += count;
    if (!removed) right += count;
    return { kind: removed ? "first" : "same", words: first.slice(left - count, left) };
  });
}

/** A place that is like the quotation. `likeness`: shared words twice over all words, 0 to 1. */
export interface NearMatch extends Span {
  readonly likeness: number;
  readonly words: readonly WordChange[];
  readonly changes: readonly Change[];
}

/** The words of the article around `near`, aligned to those of the quotation. */
export function matchNearly(
  words: string,
  article: JudgedArticle,
  near: Span,
): NearMatch | undefined {
  const quoted = locateWords(foldTypography(words));
  const window = takeWindow(article.words(), near, quoted.length);
  if (quoted.length === 0 || window.length === 0) return undefined;
  const runs = diffWords(
    window.map(({ text }) => text),
    quoted.map(({ text }) => text),
    (word) => word.toLowerCase(),
  );
  if (runs === undefined) return undefined;
  const trimmed = trimRuns(runs);
  const kept = trimmed.runs.filter(({ kind }) => kind !== "second");
  const count = kept.reduce((sum, run) => sum + run.words.length, 0);
  const first = window[trimmed.before];
  const last = window[trimmed.before + count - 1];
  if (first === undefined || last === undefined) return undefined;
  const same = trimmed.runs.reduce(
    (sum, run) => sum + (run.kind === "same" ? run.words.length : 0),
    0,
  );
  return {
    start: first.start,
    end: last.end,
    likeness: (2 * same) / (count + quoted.length),
    words: trimmed.runs.map(({ kind, words: run }) => ({ kind: KINDS[kind], text: run.join(" ") })),
    changes: nameRuns(trimmed.runs),
  };
}

const KINDS = { same: "same", first: "source", second: "draft" } as const;

/** The words of the place and half the quotation's length on either side. */
function takeWindow(
  words: readonly LocatedWord[],
  near: Span,
  length: number,
): readonly LocatedWord[] {
  const first = findWord(words, near.start);
  const last = findWord(words, near.end);
  const slack = Math.ceil(length / 2) + 3;
  return words.slice(Math.max(0, first - slack), last + slack);
}

/** The first word that ends behind `offset`, by halving. */
function findWord(words: readonly LocatedWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without the article's words before the first and behind the last that the quotation shares. */
function trimRuns(runs: readonly WordRun[]): { runs: readonly WordRun[]; before: number } {
  const firstSame = runs.findIndex(({ kind }) => kind === "same");
  if (firstSame === -1) return { runs, before: 0 };
  const lastSame = runs.findLastIndex(({ kind }) => kind === "same");
  const head = trimEdge(runs.slice(0, firstSame), "head");
  const tail = trimEdge(runs.slice(lastSame + 1), "tail");
  return {
    runs: [...head.runs, ...runs.slice(firstSame, lastSame + 1), ...tail.runs],
    before: head.dropped,
  };
}

/** At an edge as many of the article's words stay as the quotation has there in their place. */
function trimEdge(
  runs: readonly WordRun[],
  edge: "head" | "tail",
): { runs: readonly WordRun[]; dropped: number } {
  const wanted = runs.flatMap(({ kind, words }) => (kind === "second" ? words : []));
  const there = runs.flatMap(({ kind, words }) => (kind === "first" ? words : []));
  const count = Math.min(wanted.length, there.length);
  const stay = edge === "head" ? there.slice(there.length - count) : there.slice(0, count);
  const kept: WordRun[] = [];
  if (stay.length > 0) kept.push({ kind: "first", words: stay });
  if (wanted.length > 0) kept.push({ kind: "second", words: wanted });
  return { runs: kept, dropped: there.length - count };
}

/** Neighbouring runs that replace one another are one change; the same words twice are an order. */
function nameRuns(runs: readonly WordRun[]): readonly Change[] {
  const pairs: { source: readonly string[]; draft: readonly string[] }[] = [];
  let open: { source: readonly string[]; draft: readonly string[] } | undefined;
  for (const { kind, words } of runs) {
    if (kind === "same") open = undefined;
    else {
      if (open === undefined) {
        open = { source: [], draft: [] };
        pairs.push(open);
      }
      if (kind === "first") open.source = [...open.source, ...words];
      else open.draft = [...open.draft, ...words];
    }
  }
  const gone = pairs
    .flatMap(({ source }) => source)
    .map((word) => word.toLowerCase())
    .sort();
  const put = pairs
    .flatMap(({ draft }) => draft)
    .map((word) => word.toLowerCase())
    .sort();
  const moved = gone.length > 0 && gone.join(" ") === put.join(" ");
  return pairs.map(({ source, draft }) => {
    const change = { source: source.join(" "), draft: draft.join(" ") };
    return { kind: moved ? "order" : nameChange(change.source, change.draft), ...change };
  });
}
