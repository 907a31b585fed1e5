// Days, passages and articles → what tells of those days, which articles are the newest, and what is to be told of it.

import type { AnswerOutcome } from "../../core/answer.ts";
import { publishedDay } from "../../core/article.ts";
import type { DraftPart } from "../../core/draft.ts";
import type { Evidence, ScoredPassage } from "../../core/evidence.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import type { Span } from "../../core/span.ts";
import type { AnswerTime } from "../../core/time.ts";
import { findTimes } from "../../english/times/find-times.ts";
import { scopeArticles, scopeDays } from "../scope-articles.ts";

/** An absent end is open. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

export interface FilteredPassages {
  /** Cut to the sentences that are known to tell of those days. */
  readonly told: readonly ScoredPassage[];
  /** With those, too, of which it is not known when they hold. */
  readonly wider: readonly ScoredPassage[];
  /** How many sentences are known to tell of other days. */
  readonly leftOut: number;
}

type Verdict = "inside" | "outside" | "unknown";

/**
 * A sentence tells of the times in it; of none, of those of the sentence right before it and of the day
 * of its article. What cannot be resolved is unknown. `isSure` keeps a sentence whatever its days.
 */
export function filterByDays(
  passages: readonly ScoredPassage[],
  articles: ReadonlyMap<string, ArticleRecord>,
  days: Days,
  isSure: (sentence: string) => boolean = () => false,
): FilteredPassages {
  let leftOut = 0;
  const judged = passages.map((scored) => {
    const { passage } = scored;
    const published = publishedDay(articles.get(passage.articleId)?.metadata);
    const verdicts = judgeSentences(passage, published, days, isSure);
    leftOut += verdicts.filter((verdict) => verdict === "outside").length;
    return { scored, verdicts };
  });
  const keep = (kept: readonly Verdict[]): readonly ScoredPassage[] =>
    judged.flatMap(({ scored, verdicts }) =>
      cutTo(scored, (place) => kept.includes(verdicts[place] ?? "unknown")),
    );
  return { told: keep(["inside"]), wider: keep(["inside", "unknown"]), leftOut };
}

function judgeSentences(
  { text, start, sentences }: StoredPassage,
  published: string | undefined,
  days: Days,
  isSure: (sentence: string) => boolean,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const [place, span] of sentences.entries()) {
    const words = text.slice(span.start - start, span.end - start);
    const own = isSure(words) ? "inside" : judgeText(words, published, days);
    const before = followsOn(sentences[place - 1], span) ? verdicts[place - 1] : undefined;
    verdicts.push(own ?? (before === "inside" ? before : judgeDay(published, days)));
  }
  return verdicts;
}

/** Undefined for a sentence without a time. */
function judgeText(text: string, published: string | undefined, days: Days): Verdict | undefined {
  const times = findTimes(text, published);
  if (times.length === 0) return undefined;
  const known = times.flatMap((time) => time.days ?? []);
  if (known.some((told) => meets(told, days))) return "inside";
  return known.length > 0 ? "outside" : published === undefined ? "unknown" : undefined;
}

function judgeDay(published: string | undefined, days: Days): Verdict {
  if (published === undefined) return "unknown";
  return meets({ from: published, to: published }, days) ? "inside" : "outside";
}

function meets(told: { readonly from: string; readonly to: string }, { from, to }: Days): boolean {
  return (to === undefined || told.from <= to) && (from === undefined || told.to >= from);
}

/** Code units between a sentence and the one that goes on with it, in the same paragraph. */
const GAP = 1;

function followsOn(before: Span | undefined, sentence: Span): boolean {
  return before !== undefined && sentence.start - before.end <= GAP;
}

function cutTo(
  scored: ScoredPassage,
  isKept: (place: number) => boolean,
): readonly ScoredPassage[] {
  const sentences = scored.passage.sentences.filter((_span, place) => isKept(place));
  return sentences.length === 0 ? [] : [{ ...scored, passage: { ...scored.passage, sentences } }];
}

/** Claims of articles without a known date stand last; of one day in the writer's order. */
export function sortNewestFirst(
  parts: readonly DraftPart[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftPart[] {
  const dayOfPart = (part: DraftPart): string => {
    const record =
      part.kind === "claim" ? articles.get(part.quotes[0]?.articleId ?? "") : undefined;
    return publishedDay(record?.metadata) ?? "";
  };
  const claims = parts.filter(({ kind }) => kind === "claim");
  const others = parts.filter(({ kind }) => kind !== "claim");
  claims.sort((one, other) => dayOfPart(other).localeCompare(dayOfPart(one)));
  return [...claims, ...others];
}

/** Before all days: every dated article was published since. */
const FIRST_DAY = "0000-01-01";

export type HandledTime = Omit<AnswerTime, "newest" | "later" | "undated">;

/**
 * Of an answer the newest article that it quotes, of an abstention the newest searched. Articles without
 * a known date are counted, and never taken for old or new.
 */
export async function tellTime(
  handled: HandledTime,
  outcome: AnswerOutcome,
  { question, articles, searched }: Pick<Evidence, "question" | "articles" | "searched">,
  store: PassageStore,
): Promise<AnswerTime> {
  const scope = scopeArticles(question.filters);
  const cited = outcome.sources
    .filter(({ quotes }) => quotes.length > 0)
    .flatMap(({ articleId }) => articles.get(articleId) ?? []);
  const isAnswer = outcome.kind === "answer";
  const shown = isAnswer ? cited : await store.newest(1, scope);
  const days = shown.flatMap((record) => {
    const published = publishedDay(record.metadata);
    return published === undefined ? [] : [{ articleId: record.id, published }];
  });
  const newest = days.toSorted((one, other) => (one.published < other.published ? 1 : -1))[0];
  const count = async (days: { since: string }): Promise<number> =>
    (await store.measure(scopeDays(scope, days))).articles;
  const later = newest === undefined ? 0 : await count({ since: `${newest.published}~` });
  const undated = isAnswer
    ? shown.length - days.length
    : searched.articles - (await count({ since: FIRST_DAY }));
  const isKnown = handled.kind !== "present" || newest !== undefined;
  return {
    ...handled,
    basis: isKnown ? handled.basis : "untold",
    ...(newest !== undefined && { newest }),
    later,
    undated,
  };
}
