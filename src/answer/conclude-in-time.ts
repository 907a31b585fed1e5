// A builder of an answer, what was asked of time and what was done about it → the outcome that says so.

import type { AnswerOutcome, Quote, ShownClaim } from "../core/answer.ts";
import type { DraftClaim } from "../core/draft.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { nameIssue, readIssue } from "../english/introduce-source.ts";
import { nameDays } from "../english/iso-date.ts";
import type { SearchRound, TimedSearch } from "../search/search-in-time-range.ts";
import { tellTime } from "../search/time/filter-by-days.ts";
import { type FoundEvent, saysOfEvent } from "../search/time/find-event-days.ts";
import type { AnswerBuilder } from "./answer-builder.ts";

/** Below an answer, the sentences that say when the event was, as claims like all others. */
export async function* takeEventDates(
  builder: AnswerBuilder,
  { event, handled }: TimedSearch,
  articles: ReadonlyMap<string, ArticleRecord>,
): AsyncGenerator<ShownClaim> {
  const named = handled?.event?.words;
  if (event === undefined || named === undefined || !builder.hasAnswered) return;
  for (const claim of claimDates(named, event, articles)) {
    const shown = await builder.take({ kind: "claim", ...claim });
    if (shown !== undefined) yield shown;
  }
}

function claimDates(
  named: string,
  { dates }: FoundEvent,
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftClaim[] {
  return dates.map(({ days, quote }) => {
    const { articleId } = quote;
    const voice = nameIssue(readIssue(articleId, articles.get(articleId)?.metadata));
    return {
      text: `${voice} gives ${nameDays(days)} for “${named}”:`,
      quotes: [quote],
    };
  });
}

/** The outcome with its `time`, where something was asked of it. */
export async function concludeInTime(
  outcome: AnswerOutcome,
  { handled, event }: TimedSearch,
  { found, basis }: SearchRound,
  store: PassageStore,
): Promise<AnswerOutcome> {
  if (handled === undefined) return outcome;
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const noted = handled.event && {
    ...handled.event,
    quotes: numberDates(event, quotes),
    saying: quotes
      .filter(({ text }) => handled.event !== undefined && saysOfEvent(text, handled.event))
      .map(({ number }) => number),
  };
  const known = { ...handled, basis, ...(noted && { event: noted }) };
  return { ...outcome, time: await tellTime(known, outcome, found.evidence, store) };
}

function numberDates(event: FoundEvent | undefined, quotes: readonly Quote[]): readonly number[] {
  const dates = event?.dates ?? [];
  return quotes
    .filter(({ articleId, start, end }) =>
      dates.some(
        ({ quote }) => quote.articleId === articleId && start <= quote.start && quote.end <= end,
      ),
    )
    .map(({ number }) => number);
}
