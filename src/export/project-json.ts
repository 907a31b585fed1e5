// An answer, an abstention or found passages → the plain object that --json prints.

import type { AnswerOutcome, Excerpt, Quote, Source } from "../core/answer.ts";
import type { Comparison } from "../core/comparison.ts";
import type { WriterNote } from "../core/draft.ts";
import type { Reuse } from "../core/lineage.ts";
import type { FoundTime } from "../english/times/calendar.ts";
import { findTimes } from "../english/times/find-times.ts";
import { tellsOfSaying } from "../english/times/read-context.ts";

/** Any value that JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Days are `YYYY-MM-DD`, open ends `null`; `null` where nothing was asked of time. */
function projectTime({ time }: AnswerOutcome): Json {
  if (time === undefined) return null;
  const { kind, asked, today, from, to, event, basis, newest, later, undated, leftOut } = time;
  const named = event && {
    words: event.words,
    relation: event.relation,
    from: event.days?.from ?? null,
    to: event.days?.to ?? null,
    quotes: event.quotes,
    saying: event.saying,
  };
  return {
    kind,
    asked,
    today,
    from: from ?? null,
    to: to ?? null,
    event: named ?? null,
    basis,
    newest: newest === undefined ? null : { ...newest },
    later,
    undated,
    leftOut,
  };
}

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
    from: time.days?.from ?? null,
    to: time.days?.to ?? null,
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
    claims: answered ? outcome.claims.map(({ text, citations }) => ({ text, citations })) : [],
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
    notes: notes.map(({ code, text }) => ({ code, text })),
    searched: {
      articles: searched.articles,
      passages: searched.passages,
      undated: searched.undated,
      ...(filters !== undefined && { filters: { ...filters } }),
    },
    ...(outcome.confidence !== undefined && { confidence: outcome.confidence }),
    writer: { ...outcome.writer },
    embedder: { ...outcome.embedder },
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

function projectSpan({ articleId, start, end, text }: SpanFields) {
  return { articleId, start, end, text };
}

interface SpanFields {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function projectQuote(quote: Quote, sources: readonly Source[]): Json {
  const source = sources.find(({ articleId }) => articleId === quote.articleId);
  const placed = source?.quotes.find(({ number }) => number === quote.number);
  const { number, articleId, start, end, text, prefix, suffix } = quote;
  const { manner = "statement", speaker, chain = [] } = quote.attribution ?? {};
  const answer = quote.answer && { start: quote.answer.start, end: quote.answer.end };
  const said = speaker && {
    name: speaker.name ?? null,
    role: speaker.role ?? null,
    start: speaker.start,
    end: speaker.end,
  };
  return {
    number,
    articleId,
    start,
    end,
    line: placed?.line ?? null,
    ...(placed?.places !== undefined && { places: placed.places }),
    text,
    prefix,
    suffix,
    answer: answer ?? null,
    manner,
    speaker: said ?? null,
    chain: chain.map((link) => ({ words: link.words, start: link.start, end: link.end })),
    refersTo: quote.refersTo ?? null,
    times: projectQuoteTimes(quote, source),
  };
}

function projectComparison(comparison: Comparison | undefined): Json {
  if (comparison === undefined) return null;
  const { verdict, independent, positions } = comparison;
  return {
    verdict,
    independent,
    positions: positions.map((position) => ({
      value: position.value,
      conversion: position.conversion ?? null,
      stance: position.stance ?? null,
      hedge: position.hedge ?? null,
      reason: position.reason === undefined ? null : { kind: position.reason.kind },
      days: position.days === undefined ? null : { ...position.days },
      quotes: position.citations,
      independent: position.independent,
      sharedSpeaker: position.sharedSpeaker === undefined ? null : { ...position.sharedSpeaker },
    })),
  };
}

function projectSource(source: Source): Json {
  const { articleId, path, title, publisher, author, published, url, about } = source;
  return {
    articleId,
    path,
    title: title ?? null,
    publisher: publisher ?? null,
    author: author ?? null,
    published: published ?? null,
    url: url ?? null,
    ...(about !== undefined && { about: { ...about } }),
    sha256: source.sha256,
    textSha256: source.textSha256,
    quotes: source.quotes.map(({ number }) => number),
    copies: source.copies ?? [],
    reuses: (source.reuses ?? []).map(projectReuse),
    restsOn: (source.restsOn ?? []).map(
      ({ name, isCredit = false, start, end, articles = [] }) => ({
        name,
        credit: isCredit,
        start,
        end,
        articles,
      }),
    ),
  };
}

function projectReuse({ articleId, paragraphs, passages }: Reuse): Json {
  return {
    articleId,
    paragraphs,
    passages: passages.map(({ own, other, words }) => ({
      start: own.start,
      end: own.end,
      words,
      other: { start: other.start, end: other.end },
    })),
  };
}
