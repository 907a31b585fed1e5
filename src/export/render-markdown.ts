// Outcomes → a Markdown document whose every quote can be found and checked again.

import type { Abstention, Answer, AnswerOutcome, Quote, Source } from "../core/answer.ts";
import { compareInMarkdown } from "./describe-comparison.ts";
import { countVoices } from "./describe-lineage.ts";
import { describeSearch, describeTime, describeWriting, tellWeakness } from "./describe-search.ts";
import { escapeAddress, escapeMarkdown, escapeMarkdownLine } from "./escape-text.ts";
import { introduceQuotes } from "./introduce-quotes.ts";
import { linkToWords, writePlace } from "./link-to-words.ts";
import { markInMarkdown } from "./mark-answer.ts";
import {
  type Counted,
  countExport,
  countThrough,
  nameInMarkdown,
  proveAnswer,
  traceInMarkdown,
} from "./prove-answer.ts";

/**
 * One headed paragraph a source: who, title, date, address, file, digest, and its quotes' places.
 * GitHub and Pandoc make the anchor `#source-3` of the heading `Source 3`.
 */
function listSourcesInMarkdown(
  sources: readonly Source[],
  quotes: readonly Quote[],
  counted: Counted,
): string {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  return sources
    .map((source, i) =>
      [
        `#### Source ${counted.sources + i + 1}`,
        "",
        nameInMarkdown(source),
        "",
        ...traceInMarkdown(source).map((line) => `- ${line}`),
        `- File: ${escapeMarkdown(source.articleId)}`,
        `- SHA-256 of the file: \`${source.sha256}\``,
        ...source.quotes.flatMap((placed) => {
          const quote = quoteOf.get(placed.number);
          if (quote === undefined) return [];
          const place = writePlace(placed, quote);
          const page = linkToWords(quote, source);
          const marker = `\\[${counted.quotes + placed.number}\\]`;
          return `- ${marker} ${page === undefined ? place : `[${place}](${escapeAddress(page)})`}`;
        }),
      ].join("\n"),
    )
    .join("\n\n");
}

const OPENING = [
  "# Answers from the articles",
  "Each quote is word for word in its article, at the place given under Sources. The block under" +
    " Proof is for programs: with it and the articles' files, every quote can be checked again.",
];

/**
 * A whole document: a session's questions in order. Quotes and sources are numbered through the
 * document. Each quote is a block quotation `> “text” [n]` whose rendered text is the quote's text
 * exactly, the words that answer in bold; see {@link escapeMarkdown} for how.
 */
export function renderMarkdown(outcomes: readonly AnswerOutcome[]): string {
  return appendSession(`${OPENING.join("\n\n")}\n`, outcomes);
}

/** An export, edited since or not, with further outcomes whose numbers and anchors clash with none. */
export function appendSession(existing: string, outcomes: readonly AnswerOutcome[]): string {
  const parts = outcomes.map((outcome) => ({ outcome }));
  const sections = countThrough(parts, countExport(existing)).map(({ outcome, counted }) =>
    renderSection(outcome, counted),
  );
  return `${[existing.trimEnd(), ...sections].join("\n\n")}\n`;
}

function renderSection(outcome: AnswerOutcome, counted: Counted): string {
  const { question, understood } = outcome;
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const anchors = { counted, numberOf: numberSources(outcome, counted) };
  return [
    `## Question: ${escapeMarkdown(question.trim())}`,
    ...(understood === undefined ? [] : [`Understood as: ${escapeMarkdown(understood.trim())}`]),
    ...tellWeakness(outcome).map(escapeMarkdownLine),
    ...(outcome.kind === "answer"
      ? answerParts(outcome, anchors)
      : abstentionParts(outcome, anchors)),
    ...describeTime(outcome).map(escapeMarkdownLine),
    escapeMarkdownLine(describeSearch(outcome)),
    ...describeWriting(outcome).map(escapeMarkdownLine),
    ...(outcome.sources.length === 0
      ? []
      : [
          "### Sources",
          ...countVoices(outcome).map(escapeMarkdownLine),
          listSourcesInMarkdown(outcome.sources, quotes, counted),
        ]),
    "### Proof",
    proveAnswer(outcome, counted),
  ].join("\n\n");
}

/** What a part of a section needs to number its quotes and to link to its sources. */
interface Anchors {
  readonly counted: Counted;
  readonly numberOf: ReadonlyMap<string, number>;
}

function numberSources({ sources }: AnswerOutcome, counted: Counted): ReadonlyMap<string, number> {
  return new Map(sources.map(({ articleId }, i) => [articleId, counted.sources + i + 1]));
}

function answerParts(answer: Answer, anchors: Anchors): readonly string[] {
  const render = (quote: Quote): string => {
    const anchor = `#source-${anchors.numberOf.get(quote.articleId)}`;
    const marker = `[\\[${anchors.counted.quotes + quote.number}\\]](${anchor})`;
    return `“${markInMarkdown(quote)}” ${marker}`;
  };
  const shown = answer.claims.flatMap((claim) => {
    const { lead, said } = introduceQuotes(claim, answer);
    return [
      ...(lead === "" ? [] : [escapeMarkdownLine(lead)]),
      ...said.flatMap(({ introduction, quote }) => [
        ...(introduction === undefined ? [] : [escapeMarkdownLine(introduction)]),
        `> ${render(quote)}`,
      ]),
    ];
  });
  return [...shown, ...compareInMarkdown(answer, render)];
}

function abstentionParts(
  { detail, closest }: Abstention,
  { numberOf }: Anchors,
): readonly string[] {
  return [
    "The articles do not say.",
    ...(detail.trim() === "" ? [] : [escapeMarkdownLine(detail.trim())]),
    ...(closest.length === 0 ? [] : ["### Closest passages"]),
    ...closest.flatMap(({ articleId, start, end, text }) => [
      `> “${escapeMarkdown(text)}”`,
      `From ${linkSource(articleId, numberOf.get(articleId))}, characters ${start} to ${end}.`,
    ]),
  ];
}

function linkSource(articleId: string, number: number | undefined): string {
  const name = escapeMarkdown(articleId);
  return number === undefined ? name : `[${name}](#source-${number})`;
}
