// Words that stand nowhere as they are, and the articles nearest to them → altered or missing.

import type { Change, Finding } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import {
  type Candidate,
  type JudgedArticle,
  type LocatedWord,
  locateWords,
  placeAt,
} from "../quote/judged-article.ts";
import { foldTypography } from "../text/fold-typography.ts";
import { splitEditorial } from "./match-editorial.ts";
import { matchNearly, type NearMatch } from "./match-nearly.ts";

/** `share` of the quotation's words is covered by `pieces`, in the quotation's order. */
interface Coverage {
  readonly share: number;
  readonly pieces: readonly Span[];
}

const LEAST_RUN = 3;
const MOST_PLACES = 40;

/** Greedy: from each word the longest run, of at least three words, that stands in the article. */
function coverWords(words: string, article: JudgedArticle): Coverage {
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

type Judgement = Pick<
  Finding,
  "verdict" | "detail" | "place" | "others" | "changes" | "words" | "likeness"
>;

/** From here on the words are an article's, changed; below, they are only like them. */
const ALTERED = { likeness: 0.55, covered: 0.7 } as const;
/** Better than this, no other way to read the words is looked for. */
const CLOSE = 0.85;

interface Likeness {
  readonly article: JudgedArticle;
  readonly match: NearMatch;
  readonly spliced?: boolean;
}

/** @param candidates the articles nearest to the words, the nearest first. */
export function judgeLikeness(text: string, candidates: readonly Candidate[]): Judgement {
  const words = splitEditorial(text)
    .map((run) => run.text)
    .join(" ");
  let best = findNearest(words, candidates);
  if ((best?.match.likeness ?? 0) < CLOSE) best = findSplice(words, candidates, best) ?? best;
  if (best === undefined) return { ...NOWHERE };
  const { article, match } = best;
  const shown = {
    place: placeAt(article, match),
    others: [],
    words: match.words,
    likeness: match.likeness,
  };
  if (best.spliced === true || match.likeness >= ALTERED.likeness) {
    const changes = nameSmallChanges(text, article, match);
    return { ...shown, verdict: "altered", changes, detail: describeChanges(changes) };
  }
  const detail = `Nowhere in the articles; the closest passage is ${Math.round(match.likeness * 100)} % like it.`;
  return { ...shown, verdict: "missing", changes: [], detail };
}

function findNearest(words: string, candidates: readonly Candidate[]): Likeness | undefined {
  let best: Likeness | undefined;
  for (const { article, near } of candidates) {
    for (const span of near) {
      const match = matchNearly(words, article, span);
      if (match !== undefined && match.likeness > (best?.match.likeness ?? 0)) {
        best = { article, match };
      }
    }
  }
  return best;
}

const NOWHERE: Judgement = {
  verdict: "missing",
  detail: "Nowhere in the articles, nor anything like it.",
  others: [],
  changes: [],
  words: [],
  likeness: 0,
};

/** Runs of the words that stand in one article, but not there one behind the other. */
function findSplice(
  words: string,
  candidates: readonly Candidate[],
  best: Likeness | undefined,
): Likeness | undefined {
  let found: Likeness | undefined;
  let most: number = Math.max(ALTERED.covered, best?.match.likeness ?? 0);
  for (const { article } of candidates) {
    const { share, pieces } = coverWords(words, article);
    const [first] = pieces;
    if (share < most || first === undefined || !liesApart(pieces)) continue;
    most = share;
    const longest = pieces.reduce(
      (long, piece) => (piece.end - piece.start > long.end - long.start ? piece : long),
      first,
    );
    const parts = pieces.map(({ start, end }) => article.source.text.slice(start, end));
    const ordered = pieces.every(({ start }, at) => start >= (pieces[at - 1]?.end ?? 0));
    const change: Change = {
      kind: ordered ? "splice" : "order",
      source: parts.join(" / "),
      draft: words,
    };
    const same = parts.map((text) => ({ kind: "same" as const, text }));
    found = {
      article,
      spliced: true,
      match: { ...longest, likeness: share, changes: [change], words: same },
    };
  }
  return found;
}

/** Units between two pieces of one passage in which a few words were changed. */
const CHANGED_WORDS = 40;

/** Whether some piece does not stand right behind the one before it. */
function liesApart(pieces: readonly Span[]): boolean {
  return pieces.some(({ start }, at) => {
    const gap = start - (pieces[at - 1]?.end ?? start);
    return gap < 0 || gap > CHANGED_WORDS;
  });
}

/** Where every word agrees, what differs is the case of letters or a sign between words. */
function nameSmallChanges(
  text: string,
  { source }: JudgedArticle,
  { changes, start, end }: NearMatch,
): readonly Change[] {
  if (changes.length > 0) return changes;
  const there = source.text.slice(start, end);
  const sameCase = there.toLowerCase() === text.toLowerCase();
  return [{ kind: sameCase ? "case" : "punctuation", source: there, draft: text }];
}

const NAMES: Readonly<Partial<Record<Change["kind"], string>>> = {
  number: "a number",
  name: "a name",
  negation: "a negation",
  hedge: "a hedge or condition",
  order: "the order",
  splice: "places joined that lie apart",
  case: "capital letters",
  punctuation: "punctuation",
};

function describeChanges(changes: readonly Change[]): string {
  const named = [...new Set(changes.flatMap(({ kind }) => NAMES[kind] ?? []))];
  if (named.length === 0) return "Near the article's words, but not the same.";
  return `Near the article's words, but changed: ${named.join(", ")}.`;
}
