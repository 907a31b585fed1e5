// A subject → the dated statements on it in order, each a claim with its verified quote, or an honest abstention.

import { AnswerBuilder } from "../answer/answer-builder.ts";
import type { OutcomePorts } from "../answer/answer-question.ts";
import { concludeInTime } from "../answer/conclude-in-time.ts";
import type { AnswerOutcome, Quote } from "../core/answer.ts";
import type { DraftClaim, DraftQuote } from "../core/draft.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Filters } from "../core/question.ts";
import type { Timeline, TimelineStatement } from "../core/timeline.ts";
import { identifyCorpus, requireIndex } from "../corpus/review-index.ts";
import { nameIssue, readIssue } from "../english/introduce-source.ts";
import { nameDays } from "../english/iso-date.ts";
import { readQuestionTime } from "../question/read-question-time.ts";
import { filterBySpeaker } from "../search/filter-by-speaker.ts";
import { readEvidence } from "../search/read-evidence.ts";
import { searchInTimeRange } from "../search/search-in-time-range.ts";
import { type DatedStatement, orderStatements } from "./order-statements.ts";

/** Passages that are read for dates, and statements that are shown unless told otherwise. */
const PASSAGES = 120;
const STATEMENTS = 20;
const NOTHING = "No sentence that could be dated is near enough to the subject.";

export interface TimelineAsked {
  readonly subject: string;
  readonly filters: Filters;
  readonly limit?: number | undefined;
  /** As in a question that is asked. */
  readonly today?: string | undefined;
}

/** @throws PullquoteError what the ports throw */
export async function traceTimeline(
  { subject, filters, today, limit = STATEMENTS }: TimelineAsked,
  ports: OutcomePorts,
  signal?: AbortSignal,
): Promise<Timeline> {
  await requireIndex(ports.store, ports.embedder);
  const { question, time } = readQuestionTime(subject, subject, filters, today);
  const window = time?.asked.kind === "window" ? time : undefined;
  const search = await searchInTimeRange(question, window, ports, signal, {
    filter: filterBySpeaker(question, ports.source, signal),
  });
  const round = { found: search.filtered?.told ?? search.found, basis: "told" } as const;
  const evidence = await readEvidence(round.found, ports, signal, { read: 0, kept: PASSAGES });
  const statements = orderStatements(evidence, limit);
  const builder = new AnswerBuilder(evidence, ports, Number.POSITIVE_INFINITY);
  for (const claim of claimStatements(statements, evidence.articles)) {
    await builder.take({ kind: "claim", ...claim });
  }
  await builder.take({ kind: "abstention", reason: "weak-evidence", detail: NOTHING, closest: [] });
  const outcome = {
    ...(await concludeInTime(await builder.conclude(), search, round, ports.store)),
    corpus: await identifyCorpus(ports.store),
  };
  return { outcome, statements: numberStatements(statements, outcome) };
}

/** A quote may be wider than its statement; a statement whose quote did not stand is none. */
function numberStatements(
  statements: readonly DatedStatement[],
  outcome: AnswerOutcome,
): readonly TimelineStatement[] {
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const numberOf = ({ quote: { articleId, start, end } }: DatedStatement): readonly number[] => {
    const holds = (quote: Quote): boolean =>
      quote.articleId === articleId && quote.start <= start && end <= quote.end;
    return quotes.filter(holds).map(({ number }) => number);
  };
  return statements.flatMap((statement): TimelineStatement[] => {
    const [quote] = numberOf(statement);
    if (quote === undefined) return [];
    const { basis, days, written, otherwise = [] } = statement;
    const told = { ...(days && { days }), ...(written !== undefined && { written }) };
    return [{ quote, basis, ...told, otherwise: otherwise.flatMap(numberOf) }];
  });
}

/** One claim for each date and article: "October 2015, as CNN tells it:". */
export function claimStatements(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftClaim[] {
  const claims: { text: string; quotes: DraftQuote[] }[] = [];
  for (const statement of statements) {
    const { quote } = statement;
    const text = introduceDate(statement, articles);
    const last = claims.at(-1);
    if (last?.text === text && last.quotes[0]?.articleId === quote.articleId) {
      last.quotes.push(quote);
    } else claims.push({ text, quotes: [quote] });
  }
  return claims;
}

function introduceDate(
  { days, basis, written, otherwise = [], quote }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  const teller = nameTeller(quote, articles);
  if (days === undefined) {
    return written === undefined
      ? `No date known, as ${teller} tells it:`
      : `${written.charAt(0).toUpperCase()}${written.slice(1)}, not known which, as ${teller} tells it:`;
  }
  const date = nameDays(days);
  if (basis === "published") return `${date}, published by ${teller}:`;
  const others = otherwise.map((other) => nameOther(other, articles));
  return others.length === 0
    ? `${date}, as ${teller} tells it:`
    : `${date}, as ${teller} tells it (${others.join("; ")}):`;
}

/** "The Gazette has 7 June 1932". */
function nameOther(
  { days, quote }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  const teller = nameTeller(quote, articles);
  return `${teller} has ${days === undefined ? "no day" : nameDays(days)}`;
}

function nameTeller(
  { articleId }: DraftQuote,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  return nameIssue(readIssue(articleId, articles.get(articleId)?.metadata));
}
