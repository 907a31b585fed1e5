// Evidence on a subject → its sentences with the days that they tell of, the earliest first, each with those that date it otherwise.

import { publishedDay } from "../core/article.ts";
import type { DraftQuote } from "../core/draft.ts";
import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { DaySpan } from "../core/time.ts";
import { listContentStems } from "../english/stems.ts";
import type { FoundTime } from "../english/times/calendar.ts";
import { findTimes } from "../english/times/find-times.ts";
import { tellsOfSaying } from "../english/times/read-context.ts";
import { foldTypography } from "../text/fold-typography.ts";
import { measureContainment, weighTerm } from "../text/similarity.ts";

/** Least share of the subject's weight; without a date of its own a sentence needs more. */
const LEAST: Readonly<Record<Basis, number>> = {
  text: 0.5,
  partial: 0.5,
  published: 0.8,
  none: 0.8,
};
/** What a word counts that stands around the sentence and not in it. */
const AROUND = 0.25;
/** Statements without any date that are shown at most, after all others. */
const UNDATED = 5;

/** At most `limit`, those that carry most of the subject; what cannot be placed stands last. */
export function orderStatements(evidence: Evidence, limit: number): readonly DatedStatement[] {
  const weights = new Map(
    evidence.terms.map(({ stem, passages }) => [stem, weighTerm(passages, evidence.found)]),
  );
  const found = dropRepeated(
    evidence.passages
      .flatMap((scored) => {
        const record = evidence.articles.get(scored.passage.articleId);
        return readStatements(scored, record, weights);
      })
      .sort((one, other) => other.share - one.share),
  );
  const undated = found.filter(({ basis }) => basis === "none").slice(0, UNDATED);
  const dated = found.filter(({ basis }) => basis !== "none").slice(0, limit);
  const chosen = [...dated, ...undated.slice(0, Math.max(limit - dated.length, 0))];
  return findOtherDates(chosen, evidence.articles).sort(
    (one, other) => comparePlaces(one, other) || one.quote.start - other.quote.start,
  );
}

/** A sentence that two articles have word for word is one statement. */
function dropRepeated(found: readonly DatedStatement[]): readonly DatedStatement[] {
  const seen = new Set<string>();
  return found.filter(({ quote }) => {
    const words = foldTypography(quote.text).text.trim();
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function comparePlaces(one: DatedStatement, other: DatedStatement): number {
  const [left, right] = [one, other].map(placeOf);
  if (left === right) return one.quote.articleId < other.quote.articleId ? -1 : 1;
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

/** By the first day, what is told more precisely first; then times that nobody can resolve, then none. */
function placeOf({ days, basis }: DatedStatement): string {
  return days === undefined ? `9999 ${basis === "none"}` : `${days.from} ${days.to}`;
}

function readStatements(
  { passage }: ScoredPassage,
  record: ArticleRecord | undefined,
  weights: ReadonlyMap<string, number>,
): readonly DatedStatement[] {
  const { articleId } = passage;
  const around = new Set(
    listContentStems(`${passage.text} ${record?.metadata.title?.value ?? ""}`),
  );
  const published = publishedDay(record?.metadata);
  return passage.sentences.flatMap(({ start, end }): DatedStatement[] => {
    const text = passage.text.slice(start - passage.start, end - passage.start);
    const share = measureShare(new Set(listContentStems(text)), around, weights);
    const dated = dateStatement(text, published);
    if (dated === undefined || share < LEAST[dated.basis]) return [];
    return [{ ...dated, share, quote: { articleId, start, end, text } }];
  });
}

/** 0 where the sentence itself has no word of the subject. */
function measureShare(
  own: ReadonlySet<string>,
  around: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  let [held, all, isNamed] = [0, 0, false];
  for (const [stem, weight] of weights) {
    all += weight;
    if (own.has(stem)) {
      isNamed = true;
      held += weight;
    } else if (around.has(stem)) held += weight * AROUND;
  }
  return isNamed && all > 0 ? held / all : 0;
}

/** From this containment of stems on, dates aside, two sentences tell the same event. */
const SAME_SHARE = 0.75;
/** A sentence of fewer stems than this tells too little to be held against another. */
const LEAST_STEMS = 3;

/**
 * Only sentences that give a date themselves, of two articles: what one article tells twice at two
 * dates happened twice.
 */
function findOtherDates(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, ArticleRecord>,
): DatedStatement[] {
  const stems = new Map(
    statements.map((statement) => [statement, listEventStems(statement, articles)]),
  );
  return statements.map((statement) => {
    const own = stems.get(statement) ?? new Set();
    const otherwise = statements.filter(
      (other) =>
        isApart(statement, other) &&
        Math.min(own.size, stems.get(other)?.size ?? 0) >= LEAST_STEMS &&
        measureContainment(own, stems.get(other) ?? new Set()) >= SAME_SHARE,
    );
    return otherwise.length === 0 ? statement : { ...statement, otherwise };
  });
}

function isApart(one: DatedStatement, other: DatedStatement): boolean {
  if (one.basis !== "text" || other.basis !== "text") return false;
  if (one.days === undefined || other.days === undefined) return false;
  if (one.quote.articleId === other.quote.articleId) return false;
  return one.days.to < other.days.from || other.days.to < one.days.from;
}

/** What the sentence tells, without its times. */
function listEventStems(
  { quote: { text, articleId } }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): ReadonlySet<string> {
  const published = publishedDay(articles.get(articleId)?.metadata);
  let rest = text;
  for (const { start, end } of findTimes(text, published).toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return new Set(listContentStems(rest));
}

/**
 * What a sentence's days rest on: a time in it; the day that its article was published; a time in it
 * that nobody can resolve ("on Monday" in an article without a date); nothing.
 */
export type Basis = "text" | "published" | "partial" | "none";

/** `days` are absent where the basis is `partial` or `none`. */
export interface StatementDate {
  readonly days?: DaySpan;
  readonly basis: Basis;
  /** The time as the sentence writes it. */
  readonly written?: string;
}

/** A sentence that is placed in time, or that stands last for want of it. */
export interface DatedStatement extends StatementDate {
  readonly quote: DraftQuote;
  /** How much of the subject it carries, 0 to 1. */
  readonly share: number;
  /** Statements of other articles that date the same event otherwise; absent where there are none. */
  readonly otherwise?: readonly DatedStatement[];
}

/** A life in brackets, a birth: who somebody is, not when something happened. */
const OF_A_LIFE = /\(\s*(?:b\.|born|née)?\s*[^()]{0,20}$|\bborn (?:in|on) (?:\p{L}+ )?$/iu;
/** The line of a page about itself. */
const OF_THE_PAGE =
  /^\W*(?:(?:last |first )?(?:updated|published|posted|modified|edited|revised|reviewed|printed|uploaded)\b|copyright\b|©|\(c\)|file (?:photo|picture|image)|(?:photo|picture|image|video)\b[^.]{0,40}\btaken\b|this (?:article|story|page|post|report|piece) (?:was|has been|originally|first)|all rights reserved)/iu;

/** Undefined for what a page says of itself: "Updated at noon on 3 March". */
function dateStatement(text: string, published: string | undefined): StatementDate | undefined {
  if (OF_THE_PAGE.test(text)) return undefined;
  const times = findTimes(text, published).filter(
    ({ start }) => !OF_A_LIFE.test(text.slice(0, start)),
  );
  const chosen = chooseTime(text, times);
  if (chosen?.days !== undefined)
    return { days: chosen.days, basis: "text", written: write(text, chosen) };
  if (published !== undefined)
    return { days: { from: published, to: published }, basis: "published" };
  return chosen === undefined
    ? { basis: "none" }
    : { basis: "partial", written: write(text, chosen) };
}

/** When it happened goes before when it was said, known days before others, the first before the next. */
function chooseTime(text: string, times: readonly FoundTime[]): FoundTime | undefined {
  const told = times.filter(({ start, end }) => !tellsOfSaying(text, start, end));
  const known = ({ days }: FoundTime): boolean => days !== undefined;
  return told.find(known) ?? times.find(known) ?? told[0] ?? times[0];
}

function write(text: string, { start, end }: FoundTime): string {
  return text.slice(start, end);
}
