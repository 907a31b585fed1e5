// Outcomes → a Markdown document whose every quote can be found and checked again.

import type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  Quote,
  Source,
} from "../core/answer.ts";
import { compareInMarkdown } from "./describe-comparison.ts";
import { countVoices } from "./describe-lineage.ts";
import { describeReceipt, tellWeakness } from "./describe-search.ts";
import { escapeAddress, escapeMarkdown, escapeMarkdownLine } from "./escape-text.ts";
import { type Cited, introduceQuotes } from "./introduce-quotes.ts";
import { linkToWords, writePlace } from "./link-to-words.ts";
import { markInMarkdown } from "./mark-answer.ts";
import {
  type Counted,
  countExport,
  countThrough,
  nameInMarkdown,
  numberSources,
  type ShortProofs,
  traceInMarkdown,
  writeProof,
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
export function renderMarkdown(outcomes: readonly AnswerOutcome[], short?: ShortProofs): string {
  return append(`${OPENING.join("\n\n")}\n`, outcomes, short);
}

/** An export, edited since or not, with further outcomes whose numbers and anchors clash with none. */
export function appendSession(existing: string, outcomes: readonly AnswerOutcome[]): string {
  return append(existing, outcomes);
}

function append(existing: string, outcomes: readonly AnswerOutcome[], short?: ShortProofs): string {
  const parts = outcomes.map((outcome) => ({ outcome }));
  const sections = countThrough(parts, countExport(existing)).map(({ outcome, counted }) =>
    renderSection(outcome, counted, short),
  );
  return `${[existing.trimEnd(), ...sections].join("\n\n")}\n`;
}

function renderSection(
  outcome: AnswerOutcome,
  counted: Counted,
  short: ShortProofs | undefined,
): string {
  const { sources } = outcome;
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const numbers = numberSources(outcome, counted);
  return [
    ...writeSection(outcome, {
      heading: "##",
      cite: ({ articleId, number }) =>
        ` [\\[${counted.quotes + number}\\]](#source-${numbers.get(articleId)})`,
      compare: compareInMarkdown,
      placeClosest: ({ articleId, start, end }) => {
        const [name, number] = [escapeMarkdown(articleId), numbers.get(articleId)];
        const linked = number === undefined ? name : `[${name}](#source-${number})`;
        return `\n\nFrom ${linked}, characters ${start} to ${end}.`;
      },
    }),
    ...(sources.length === 0
      ? []
      : [
          "### Sources",
          ...countVoices(outcome).map(escapeMarkdownLine),
          listSourcesInMarkdown(sources, quotes, counted),
        ]),
    "### Proof",
    `\`\`\`json\n${writeProof(outcome, counted, short && { short })}\n\`\`\``,
  ].join("\n\n");
}

/** In what the documents of Markdown differ. */
interface Dialect {
  /** Marks of the question's heading; those below it have one more. */
  readonly heading: "#" | "##";
  /** What stands behind a quote: its linked number, or a citation. */
  readonly cite: (quote: Quote) => string;
  readonly placeClosest: (excerpt: Excerpt) => string;
  /** What it shows of a comparison, with the quote in its marks. */
  readonly compare: (answer: Answer, render: (quote: Quote) => string) => readonly string[];
}

/** Question, statements or refusal, comparison and receipt, a block each. */
export function writeSection(outcome: AnswerOutcome, dialect: Dialect): readonly string[] {
  const { question, understood } = outcome;
  const render = (quote: Quote): string => `“${markInMarkdown(quote)}”${dialect.cite(quote)}`;
  return [
    `${dialect.heading} Question: ${escapeMarkdown(question.trim())}`,
    ...(understood === undefined ? [] : [`Understood as: ${escapeMarkdown(understood.trim())}`]),
    ...tellWeakness(outcome).map(escapeMarkdownLine),
    ...(outcome.kind === "answer"
      ? [...writeClaims(outcome.claims, outcome, render), ...dialect.compare(outcome, render)]
      : writeRefusal(outcome, dialect)),
    ...describeReceipt(outcome).map(escapeMarkdownLine),
  ];
}

/** Statements, each with its quotes as block quotations below it. */
export function writeClaims(
  claims: readonly Claim[],
  cited: Cited,
  render: (quote: Quote) => string,
): readonly string[] {
  return claims.flatMap((claim) => {
    const { lead, said } = introduceQuotes(claim, cited);
    const quoted = said.flatMap(({ introduction = "", quote }) => [
      ...writeLead(introduction),
      `> ${render(quote)}`,
    ]);
    return [...writeLead(lead), ...quoted];
  });
}

const writeLead = (text: string): readonly string[] =>
  text === "" ? [] : [escapeMarkdownLine(text)];

function writeRefusal(
  { detail, closest }: Abstention,
  { heading, placeClosest }: Dialect,
): readonly string[] {
  return [
    "The articles do not say.",
    ...writeLead(detail.trim()),
    ...(closest.length === 0 ? [] : [`${heading}# Closest passages`]),
    ...closest.map((one) => `> “${escapeMarkdown(one.text)}”${placeClosest(one)}`),
  ];
}
