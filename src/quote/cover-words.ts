// A quotation's words and an article → the runs of them that stand in it, wherever and in whatever order.

import type { Span } from "../core/span.ts";
import { foldTypography } from "../text/fold-typography.ts";
import type { JudgedArticle } from "./judged-article.ts";
import { type LocatedWord, locateWords } from "./locate-words.ts";

/** `share` of the quotation's words is covered by `pieces`, in the quotation's order. */
export interface Coverage {
  readonly share: number;
  readonly pieces: readonly Span[];
}

const LEAST_RUN = 3;
const MOST_PLACES = 40;

/** Greedy: from each word the longest run, of at least three words, that stands in the article. */
export function coverWords(words: string, article: JudgedArticle): Coverage {
  const quoted = locateWords(foldTypography(words));
  const there = article.words();
  const starts = indexRuns(there);
  const pieces: Span[] = [];
  let covered = 0;
  for (let at = 0; at < quoted.length; ) {
    const { from, count } = longestRun(quoted, at, there, starts);
    const [first, last] = [there[from], there[from + count - 1]];
    if (count < LEAST_RUN || first === undefined || last === undefined) {
      at += 1;
      continue;
    }
    pieces.push({ start: first.start, end: last.end });
    covered += count;
    at += count;
  }
  return { share: quoted.length === 0 ? 0 : covered / quoted.length, pieces };
}

function indexRuns(words: readonly LocatedWord[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (let at = 0; at + LEAST_RUN <= words.length; at += 1) {
    const key = keyAt(words, at);
    const known = starts.get(key);
    if (known === undefined) starts.set(key, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  return starts;
}

function keyAt(words: readonly LocatedWord[], at: number): string {
  return `${words[at]?.key} ${words[at + 1]?.key} ${words[at + 2]?.key}`;
}

function longestRun(
  quoted: readonly LocatedWord[],
  at: number,
  there: readonly LocatedWord[],
  starts: ReadonlyMap<string, readonly number[]>,
): { from: number; count: number } {
  let best = { from: 0, count: 0 };
  for (const from of starts.get(keyAt(quoted, at)) ?? []) {
    let count = 0;
    while (at + count < quoted.length && quoted[at + count]?.key === there[from + count]?.key)
      count += 1;
    if (count > best.count) best = { from, count };
  }
  return best;
}
