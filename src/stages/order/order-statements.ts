// Evidence on a subject → its sentences that can be dated, the earliest first.

import type { DraftClaim, DraftQuote } from "../../model/draft.ts";
import type { Evidence, ScoredPassage } from "../../model/evidence.ts";
import type { ArticleRecord } from "../../model/index-state.ts";
import { findDates } from "../../text/dates.ts";
import { namePeriod } from "../../text/name-date.ts";
import { nameVoice } from "../../text/name-voice.ts";
import { resolveDate } from "../../text/resolve-date.ts";
import { listContentStems } from "../../text/stems.ts";
import { weighTerm } from "../../text/term-weight.ts";

/**
 * What a sentence's day rests on: a date in it; the day that its article was published; a date in it
 * whose year nobody tells ("in October"); nothing.
 */
type Basis = "text" | "published" | "partial" | "none";

/** `when` is a day, month or year in ISO 8601; absent where the basis is `partial` or `none`. */
export interface DatedStatement {
  readonly when?: string;
  readonly basis: Basis;
  /** The date as the sentence writes it. */
  readonly written?: string;
  readonly quote: DraftQuote;
  /** How much of the subject it carries, 0 to 1. */
  readonly share: number;
}

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
const AHEAD = /\b(?:will|next|upcoming|plans? to|scheduled|due)\b/iu;

/** At most `limit`, those that carry most of the subject; what cannot be placed stands last. */
export function orderStatements(evidence: Evidence, limit: number): readonly DatedStatement[] {
  const weights = new Map(
    evidence.terms.map(({ stem, passages }) => [stem, weighTerm(passages, evidence.found)]),
  );
  const found = evidence.passages
    .flatMap((scored) => {
      const record = evidence.articles.get(scored.passage.articleId);
      return readStatements(scored, record, weights);
    })
    .sort((one, other) => other.share - one.share);
  const undated = found.filter(({ basis }) => basis === "none").slice(0, UNDATED);
  const dated = found.filter(({ basis }) => basis !== "none").slice(0, limit);
  return [...dated, ...undated.slice(0, Math.max(limit - dated.length, 0))].sort(
    (one, other) => comparePlaces(one, other) || one.quote.start - other.quote.start,
  );
}

function comparePlaces(one: DatedStatement, other: DatedStatement): number {
  const [left, right] = [one, other].map(({ when, basis }) => when ?? `9999 ${basis === "none"}`);
  if (left === right) return one.quote.articleId < other.quote.articleId ? -1 : 1;
  return (left ?? "") < (right ?? "") ? -1 : 1;
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
  const published = record?.metadata.published?.value.slice(0, 10);
  return passage.sentences.flatMap(({ start, end }): DatedStatement[] => {
    const text = passage.text.slice(start - passage.start, end - passage.start);
    const share = measureShare(new Set(listContentStems(text)), around, weights);
    const dated = readDate(text, published);
    if (share < LEAST[dated.basis]) return [];
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

/** The first date that says one day, month or year; else the article's; else what is written. */
function readDate(
  text: string,
  published: string | undefined,
): Pick<DatedStatement, "when" | "basis" | "written"> {
  const isAhead = AHEAD.test(text);
  const dates = findDates(text);
  for (const date of dates) {
    const when = resolveDate(date, published, isAhead);
    if (when !== undefined) return { when, basis: "text" };
  }
  if (published !== undefined) return { when: published, basis: "published" };
  const [first] = dates;
  return first === undefined
    ? { basis: "none" }
    : { basis: "partial", written: text.slice(first.start, first.end) };
}

/** One claim for each date and article, the date as its text: "October 2015, as CNN tells it:". */
export function claimStatements(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftClaim[] {
  const claims: { text: string; quotes: DraftQuote[] }[] = [];
  for (const statement of statements) {
    const { quote } = statement;
    const text = introduceDate(statement, articles.get(quote.articleId));
    const last = claims.at(-1);
    if (last?.text === text && last.quotes[0]?.articleId === quote.articleId) {
      last.quotes.push(quote);
    } else claims.push({ text, quotes: [quote] });
  }
  return claims;
}

function introduceDate(
  { when, basis, written }: DatedStatement,
  record: ArticleRecord | undefined,
): string {
  const { publisher, about } = record?.metadata ?? {};
  const voice = nameVoice({
    ...(publisher && { publisher: publisher.value }),
    ...(about && { about }),
  });
  const teller = voice ?? "one article";
  if (when === undefined) {
    return written === undefined
      ? `No date known, as ${teller} tells it:`
      : `${written.charAt(0).toUpperCase()}${written.slice(1)}, not known which, as ${teller} tells it:`;
  }
  const date = namePeriod(when);
  return basis === "text" ? `${date}, as ${teller} tells it:` : `${date}, published by ${teller}:`;
}
