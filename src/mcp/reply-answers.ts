// Found passages, an answer, a comparison or a timeline → items for a response: the value for programs, and a text that marks quotes as data.

import {
  type AnswerOutcome,
  type Excerpt,
  projectAnswer,
  projectSearch,
  projectTimeline,
  type Quote,
  type SearchOutcome,
  type Timeline,
  type TimelineStatement,
} from "../index.ts";
import type { Note, Reply } from "./page-response.ts";
import { type Choice, type Fields, pickFields } from "./shape-output.ts";
import { count, linkTo, markFacts, markVerbatim, tellInLine } from "./show-quotes.ts";

export const FOUND: Choice = {
  query: true,
  passages: { articleId: true, start: true, end: true, text: true, score: true },
};
export const ANSWER: Choice = {
  kind: true,
  question: true,
  understood: true,
  reason: true,
  detail: true,
  closest: { articleId: true, start: true, end: true, text: true },
  claims: { text: true, citations: true },
  quotes: {
    number: true,
    articleId: true,
    start: true,
    end: true,
    line: true,
    text: true,
    manner: true,
    speaker: true,
    refersTo: true,
  },
  comparison: true,
  time: true,
  sources: {
    articleId: true,
    title: true,
    publisher: true,
    author: true,
    published: true,
    url: true,
    quotes: true,
  },
  independentSources: true,
  searched: true,
};
/** A comparison's schema says less: what it holds has the shape of an answer. */
export const SHORT: Choice = {
  ...ANSWER,
  claims: true,
  quotes: true,
  closest: true,
  sources: true,
};
export const TOLD: Choice = {
  subject: true,
  statements: { quote: true, basis: true, from: true, to: true, written: true, otherwise: true },
  answer: true,
};

export function replyPassages(found: SearchOutcome, notes: readonly Note[]): Reply {
  const { query, passages } = found;
  return {
    count: passages.length,
    notes,
    show: (items) => {
      const shown = items.flatMap((at) => passages[at] ?? []);
      const value = projectSearch({ query, passages: shown, notes: [] });
      const lines = shown.map(({ excerpt }) => showExcerpt(excerpt));
      return {
        structured: pickFields(value, FOUND) as Fields,
        text: [`${count(passages.length, "passage")} found.`, ...lines].join("\n"),
        links: shown.map(({ excerpt }) => linkTo(excerpt, "passage of")),
      };
    },
  };
}

const showExcerpt = (excerpt: Excerpt): string =>
  [...markFacts([excerpt.articleId]), markVerbatim(excerpt.text)].join("\n");

function showQuote(
  { number, text, articleId, attribution }: Quote,
  outcome: AnswerOutcome,
): string {
  const source = outcome.sources.find((one) => one.articleId === articleId);
  const line = source?.quotes.find((placed) => placed.number === number)?.line;
  const speaker = attribution?.speaker;
  const facts = [
    speaker?.name ?? speaker?.role,
    source?.title,
    source?.publisher,
    source?.published,
  ];
  return [
    `[${number}]${line === undefined ? "" : ` line ${line} of:`}`,
    ...markFacts([articleId, ...facts]),
    markVerbatim(text),
  ].join("\n");
}

/** The items are the quotes: a claim, a position and a source are on the page of their first quote. */
export function replyAnswer(outcome: AnswerOutcome, notes: readonly Note[]): Reply {
  if (outcome.kind === "abstention") return replyAbstention(outcome, notes);
  const { quotes, comparison } = outcome;
  return {
    count: quotes.length,
    notes,
    show: (items) => {
      const shown = items.flatMap((at) => quotes[at] ?? []);
      const page = takeQuotes(outcome, new Set(shown.map(({ number }) => number)));
      const claims = page.claims.map(
        ({ text, citations }) => `- ${text} ${citations.map((number) => `[${number}]`).join("")}`,
      );
      const positions = page.comparison?.positions ?? [];
      return {
        structured: pickFields(projectAnswer(page), ANSWER) as Fields,
        text: [
          ...tellTime(outcome),
          ...claims,
          ...(comparison === undefined ? [] : [`Positions of the articles: ${comparison.verdict}`]),
          ...positions.flatMap(({ value, citations }) =>
            markFacts([value, citations.map((number) => `[${number}]`).join("")]),
          ),
          ...shown.map((quote) => showQuote(quote, outcome)),
        ].join("\n"),
        links: shown.map((quote) => linkTo(quote, `[${quote.number}]`)),
      };
    },
  };
}

type Answered = Extract<AnswerOutcome, { kind: "answer" }>;

function takeQuotes(outcome: Answered, numbers: ReadonlySet<number>): Answered {
  const begins = ({ citations }: { readonly citations: readonly [number, ...number[]] }): boolean =>
    numbers.has(citations[0]);
  const { comparison } = outcome;
  return {
    ...outcome,
    claims: outcome.claims.filter(begins),
    quotes: outcome.quotes.filter(({ number }) => numbers.has(number)),
    sources: outcome.sources.filter(({ quotes }) =>
      quotes.some(({ number }) => numbers.has(number)),
    ),
    ...(comparison && {
      comparison: { ...comparison, positions: comparison.positions.filter(begins) },
    }),
  };
}

function tellTime({ time }: AnswerOutcome): readonly string[] {
  if (time?.basis !== "untold") return [];
  return [`note: nothing tells that this is of the time asked about (${tellInLine(time.asked)}).`];
}

function replyAbstention(
  outcome: Extract<AnswerOutcome, { kind: "abstention" }>,
  notes: readonly Note[],
): Reply {
  const { closest, reason, detail } = outcome;
  return {
    count: closest.length,
    notes,
    show: (items) => {
      const shown = items.flatMap((at) => closest[at] ?? []);
      return {
        structured: pickFields(projectAnswer({ ...outcome, closest: shown }), ANSWER) as Fields,
        text: [
          `The articles do not answer (${reason}).`,
          ...markFacts([detail]),
          ...(shown.length > 0 ? ["Closest, but no answer:"] : []),
          ...shown.map(showExcerpt),
        ].join("\n"),
        links: shown.map((excerpt) => linkTo(excerpt, "closest passage of")),
      };
    },
  };
}

export function replyTimeline({ outcome, statements }: Timeline, notes: readonly Note[]): Reply {
  if (outcome.kind === "abstention") {
    const reply = replyAbstention(outcome, notes);
    const subject = outcome.question;
    return {
      ...reply,
      show: (items) => {
        const shown = reply.show(items);
        return { ...shown, structured: { subject, statements: [], answer: shown.structured } };
      },
    };
  }
  const quoteOf = new Map(outcome.quotes.map((quote) => [quote.number, quote]));
  return {
    count: statements.length,
    notes,
    show: (items) => {
      const shown = items.flatMap((at) => statements[at] ?? []);
      const page = takeQuotes(outcome, new Set(shown.map(({ quote }) => quote)));
      const value = projectTimeline({ outcome: page, statements: shown });
      return {
        structured: pickFields(value, { ...TOLD, answer: ANSWER }) as Fields,
        text: shown.map((statement) => showStatement(statement, quoteOf, outcome)).join("\n"),
        links: page.quotes.map((quote) => linkTo(quote, `[${quote.number}]`)),
      };
    },
  };
}

const BASES: Readonly<Record<TimelineStatement["basis"], string>> = {
  text: "as its text dates it",
  published: "the day of its article",
  partial: "a time that cannot be resolved",
  none: "no date known",
};

function showStatement(
  { quote, basis, days }: TimelineStatement,
  quoteOf: ReadonlyMap<number, Quote>,
  outcome: AnswerOutcome,
): string {
  const { from, to } = days ?? {};
  const when = from === undefined ? "" : `${from === to ? from : `${from} to ${to}`}, `;
  const found = quoteOf.get(quote);
  return [`${when}${BASES[basis]}:`, ...(found ? [showQuote(found, outcome)] : [])].join("\n");
}
