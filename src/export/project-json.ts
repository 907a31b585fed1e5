// An answer, an abstention, found passages or a replay → the plain object that --json prints.

import type { AnswerOutcome, AskEvent, Excerpt, Quote, Source } from "../core/answer.ts";
import type { ReplayedDocument, ReplayedQuote } from "../core/check.ts";
import type { Comparison } from "../core/comparison.ts";
import type { WriterNote } from "../core/draft.ts";
import type { FoundTime } from "../english/times/calendar.ts";
import { findTimes } from "../english/times/find-times.ts";
import { tellsOfSaying } from "../english/times/read-context.ts";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

type Fields = Readonly<Record<string, Json>>;

/** These fields in this order, those that are absent as `null`. */
function pick<Value extends object>(value: Value, names: readonly (keyof Value)[]): Fields {
  return Object.fromEntries(names.map((name) => [name, (value[name] ?? null) as Json]));
}

/** Days are `YYYY-MM-DD`, open ends `null`; `null` where nothing was asked of time. */
function projectTime({ time }: AnswerOutcome): Json {
  if (time === undefined) return null;
  const { event } = time;
  const named = event && {
    ...pick(event, ["words", "relation"]),
    ...pick(event.days ?? NO_DAYS, ["from", "to"]),
    ...pick(event, ["quotes", "saying"]),
  };
  return {
    ...pick(time, ["kind", "asked", "today", "from", "to"]),
    event: named ?? null,
    ...pick(time, ["basis", "newest", "later", "undated", "leftOut"]),
  };
}

const NO_DAYS: { readonly from?: string; readonly to?: string } = {};

/**
 * When it was published, when it was said, when it happened: each as far as the quote and its article
 * tell. Spans are the article's; days are `null` where nobody can tell which are meant.
 */
function projectQuoteTimes({ text, start }: Quote, source: Source | undefined): Json {
  const published = source?.published ?? null;
  const times = findTimes(text, published?.slice(0, 10));
  const isSaid = (time: FoundTime): boolean => tellsOfSaying(text, time.start, time.end);
  const project = (time: FoundTime): Json => ({
    text: text.slice(time.start, time.end),
    start: start + time.start,
    end: start + time.end,
    ...pick(time.days ?? NO_DAYS, ["from", "to"]),
  });
  return {
    published,
    said: times.filter(isSaid).map(project),
    happened: times.filter((time) => !isSaid(time)).map(project),
  };
}

/** Passages as a search returns them; `score` is comparable within one query. */
export interface FoundExcerpts {
  readonly query: string;
  readonly passages: readonly { readonly excerpt: Excerpt; readonly score: number }[];
  readonly notes: readonly WriterNote[];
}

/**
 * The object of `docs/schemas/answer.schema.json`. Spans are in UTF-16 code units of the article's
 * text. A field of a source that is not known is `null`. Claims, quotes and sources are there, and
 * empty, for an abstention too.
 */
export function projectAnswer(outcome: AnswerOutcome): Json {
  const { kind, question, understood, sources, rejected, searched, filters, notes = [] } = outcome;
  const answered = kind === "answer";
  return {
    kind,
    question,
    ...(understood !== undefined && { understood }),
    ...(!answered && {
      reason: outcome.reason,
      detail: outcome.detail,
      closest: outcome.closest.map(projectSpan),
    }),
    claims: answered ? outcome.claims.map((claim) => pick(claim, ["text", "citations"])) : [],
    quotes: answered ? outcome.quotes.map((quote) => projectQuote(quote, sources)) : [],
    comparison: answered ? projectComparison(outcome.comparison) : null,
    time: projectTime(outcome),
    sources: sources.map(projectSource),
    independentSources: outcome.independent ?? sources.length,
    oneVoice: (outcome.oneVoice ?? []).map(({ because, articleIds, name }) => ({
      because,
      articles: articleIds,
      name: name ?? null,
    })),
    rejected: rejected.map((refused) => ({ ...refused })),
    notes: notes.map((note) => pick(note, ["code", "text"])),
    searched: {
      ...pick(searched, ["articles", "passages", "undated"]),
      ...(filters !== undefined && { filters: { ...filters } }),
    },
    ...(outcome.confidence !== undefined && { confidence: outcome.confidence }),
    writer: { ...outcome.writer },
    embedder: { ...outcome.embedder },
  };
}

/** A line of `docs/schemas/event.schema.json`. */
export function projectEvent(event: AskEvent): { readonly [key: string]: Json } {
  if (event.kind === "outcome") return { kind: "outcome", answer: projectAnswer(event.outcome) };
  if (event.kind !== "claim") return { ...event };
  const { kind, claim, quotes, sources } = event;
  return {
    kind,
    ...pick(claim, ["text", "citations"]),
    quotes: quotes.map((quote) => projectQuote(quote, sources)),
  };
}

/** The object of `docs/schemas/search.schema.json`. */
export function projectSearch({ query, passages, notes }: FoundExcerpts): Json {
  return {
    query,
    notes: notes.map(({ code, text }) => ({ code, text })),
    passages: passages.map(({ excerpt, score }) => ({ ...projectSpan(excerpt), score })),
  };
}

const projectSpan = (excerpt: Excerpt): Fields =>
  pick(excerpt, ["articleId", "start", "end", "text"]);

function projectQuote(quote: Quote, sources: readonly Source[]): Json {
  const source = sources.find(({ articleId }) => articleId === quote.articleId);
  const placed = source?.quotes.find(({ number }) => number === quote.number);
  const { manner = "statement", speaker, chain = [] } = quote.attribution ?? {};
  return {
    ...pick(quote, ["number", "articleId", "start", "end"]),
    line: placed?.line ?? null,
    ...(placed?.places !== undefined && { places: placed.places as unknown as Json }),
    ...pick(quote, ["text", "prefix", "suffix"]),
    answer: quote.answer === undefined ? null : pick(quote.answer, ["start", "end"]),
    manner,
    speaker: speaker === undefined ? null : pick(speaker, ["name", "role", "start", "end"]),
    chain: chain.map((link) => pick(link, ["words", "start", "end"])),
    refersTo: quote.refersTo ?? null,
    times: projectQuoteTimes(quote, source),
  };
}

function projectComparison(comparison: Comparison | undefined): Json {
  if (comparison === undefined) return null;
  return {
    ...pick(comparison, ["verdict", "independent"]),
    positions: comparison.positions.map((position) => ({
      ...pick(position, ["value", "conversion", "stance", "hedge", "reason", "days"]),
      quotes: position.citations,
      ...pick(position, ["independent", "sharedSpeaker"]),
    })),
  };
}

function projectSource(source: Source): Json {
  const { about, quotes, copies = [], reuses = [], restsOn = [] } = source;
  return {
    ...pick(source, ["articleId", "path", "title", "publisher", "author", "published", "url"]),
    ...(about !== undefined && { about: { ...about } }),
    ...pick(source, ["sha256", "textSha256"]),
    quotes: quotes.map(({ number }) => number),
    copies,
    reuses: reuses.map((reuse) => ({
      ...pick(reuse, ["articleId", "paragraphs"]),
      passages: reuse.passages.map(({ own, other, words }) => ({
        ...pick(own, ["start", "end"]),
        words,
        other: pick(other, ["start", "end"]),
      })),
    })),
    restsOn: restsOn.map(({ isCredit = false, articles = [], ...reliance }) => ({
      name: reliance.name,
      credit: isCredit,
      ...pick(reliance, ["start", "end"]),
      articles,
    })),
  };
}

/** The object of `docs/schemas/replay.schema.json`. Offsets are UTF-16 units. */
export function projectReplay({ name, questions }: ReplayedDocument): Json {
  return {
    name,
    changed: questions.some(({ changed }) => changed),
    questions: questions.map((replayed) => ({
      ...pick(replayed, ["question", "changed", "kindThen"]),
      quotes: replayed.quotes.map(projectReplayed),
      added: replayed.added.map(({ number }) => number),
      ...pick(replayed, ["figures", "notes"]),
      now: projectAnswer(replayed.now),
    })),
  };
}

function projectReplayed(quote: ReplayedQuote): Json {
  const { place } = quote;
  const shown = ["articleId", "path", "line", "start", "end", "text"] as const;
  return {
    ...pick(quote, ["number", "articleId", "text", "fate", "articleThere"]),
    place: place === undefined ? null : pick(place, shown),
    ...pick(quote, ["changes", "words"]),
  };
}
