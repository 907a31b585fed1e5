// An outcome → what a screen shows of it, as values in the order shown: claims, comparison, sources, receipt. No markup.

import type {
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  PlacedQuote,
  Quote,
  Source,
} from "../core/answer.ts";
import { citeSource, creditAuthor, nameArticle, safeUrl } from "./cite-sources.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
  tabulateComparison,
} from "./describe-comparison.ts";
import { countVoices, describeTrace } from "./describe-lineage.ts";
import { describeReceipt, tellWeakness } from "./describe-search.ts";
import { escapeMarkdown } from "./escape-text.ts";
import { type Cited, introduceQuotes, nameSpeaker } from "./introduce-quotes.ts";
import { linkToWords, writePlace } from "./link-to-words.ts";
import { markInMarkdown } from "./mark-answer.ts";
import { nameInMarkdown } from "./prove-answer.ts";
import { writeClaims } from "./render-markdown.ts";
import { LIST_LENGTH } from "./render-terminal.ts";

/** All text but the quote's is ours, plain, and not yet made safe for any medium. */
export interface PresentedQuote {
  readonly quote: Quote;
  /** Whose words it is: `Ada Roe, in the same article:`. */
  readonly introduction?: string;
  /** `line 4, characters 178 to 221`. */
  readonly place: string;
  /** The page of a PDF that it begins on. */
  readonly page?: number;
  /** The address on the web that opens its article at the words; safe to follow. */
  readonly url?: string;
}

export interface PresentedClaim {
  /** What stands before its quotes; empty where nothing does. */
  readonly lead: string;
  readonly said: readonly PresentedQuote[];
  /** The claim with quotes and citations, to be pasted into a document. */
  readonly markdown: string;
}

/** One quote of one position: a row of a table. */
export interface PresentedPosition {
  readonly value: string;
  readonly reason: string;
  readonly speaker: string;
  readonly article: string;
  readonly date: string;
  readonly quote: PresentedQuote;
}

export interface PresentedSource {
  readonly articleId: string;
  /** `CNN: Title`. */
  readonly name: string;
  /** `, by Ada Roe, 3 March 2021`. */
  readonly credit: string;
  readonly url?: string;
  /** Copies and what it rests on, a sentence each. */
  readonly trace: readonly string[];
  readonly sha256: string;
  readonly quotes: readonly number[];
}

export interface PresentedAnswer {
  readonly kind: AnswerOutcome["kind"];
  readonly question: string;
  readonly understood?: string;
  /** What must be known of all that follows. */
  readonly above: readonly string[];
  readonly claims: readonly PresentedClaim[];
  readonly comparison?: {
    readonly heading: string;
    readonly rows: readonly PresentedPosition[];
  };
  /** There for an abstention alone. */
  readonly refusal?: { readonly detail: string; readonly closest: readonly Excerpt[] };
  readonly voices: readonly string[];
  readonly sources: readonly PresentedSource[];
  readonly receipt: readonly string[];
}

/** Answers in the words and order of the terminal; nothing that it shows is left out. */
export function presentAnswer(outcome: AnswerOutcome): PresentedAnswer {
  const { kind, question, understood, sources } = outcome;
  const answered = outcome.kind === "answer";
  const comparison = answered ? pickComparison(outcome) : undefined;
  return {
    kind,
    question,
    ...(understood !== undefined && { understood }),
    above: tellWeakness(outcome),
    claims: answered ? outcome.claims.map((claim) => presentClaim(claim, outcome)) : [],
    ...(answered &&
      comparison !== undefined && {
        comparison: { heading: headComparison(comparison), rows: presentRows(outcome) },
      }),
    ...(!answered && { refusal: { detail: outcome.detail, closest: outcome.closest } }),
    voices: countVoices(outcome),
    sources: sources.map(presentSource),
    receipt: describeReceipt(outcome),
  };
}

/** One claim as soon as its quotes are verified. */
export function presentClaim(claim: Claim, cited: Cited): PresentedClaim {
  const isList = claim.citations.length >= LIST_LENGTH;
  const { lead, said } = introduceQuotes(claim, cited, isList);
  // In a paragraph of its own: behind a dash it would stand for who said it.
  const cite = (quote: Quote): string => {
    const source = sourceOf(quote, cited.sources);
    return source === undefined ? "" : `\n\n${citeInMarkdown(quote, source)}`;
  };
  const render = (quote: Quote): string => `“${markInMarkdown(quote)}”${cite(quote)}`;
  return {
    lead: lead.trim(),
    said: said.map(({ quote, introduction }) => ({
      ...presentQuote(quote, cited.sources),
      ...(introduction !== undefined && { introduction }),
    })),
    markdown: `${writeClaims([claim], cited, render).join("\n\n")}\n`,
  };
}

/**
 * An answer's statements, or one of its quotes, each quote with its citation: Markdown to be pasted into a
 * document. A quote alone stands without the statement, which may rest on others too.
 */
export function renderToPaste(answer: Answer, number?: number): string {
  const alone = answer.quotes.filter((quote) => (number ?? quote.number) === quote.number);
  const claims =
    number === undefined && answer.claims.length > 0
      ? answer.claims
      : alone.map((quote): Claim => ({ text: "", citations: [quote.number] }));
  return claims.map((claim) => presentClaim(claim, answer).markdown).join("\n");
}

/** Publisher, title linked to the words where the article has an address, author, day and place. */
function citeInMarkdown(quote: Quote, source: Source): string {
  const url = linkToWords(quote, source);
  const name = nameInMarkdown(url === undefined ? source : { ...source, url });
  return `${name}, ${escapeMarkdown(writePlace(placeOf(quote, source), quote))}`;
}

function presentQuote(quote: Quote, sources: readonly Source[]): PresentedQuote {
  const source = sourceOf(quote, sources);
  const placed = placeOf(quote, source);
  const url = source && linkToWords(quote, source);
  const page = placed.places?.flat().find((step) => step.kind === "page")?.number;
  return {
    quote,
    place: writePlace(placed, quote),
    ...(page !== undefined && { page }),
    ...(url !== undefined && { url }),
  };
}

function sourceOf({ articleId }: Quote, sources: readonly Source[]): Source | undefined {
  return sources.find((source) => source.articleId === articleId);
}

function placeOf(
  { number }: Quote,
  source: Source | undefined,
): Pick<PlacedQuote, "line" | "places"> {
  return source?.quotes.find((placed) => placed.number === number) ?? { line: 1 };
}

function presentRows(answer: Answer): readonly PresentedPosition[] {
  return tabulateComparison(answer).map(({ position, quote, source }) => ({
    value: nameValue(position),
    reason: describePosition(position),
    speaker: nameSpeaker(quote) ?? "the article itself",
    article: nameArticle(source),
    date: citeSource(source).date,
    quote: presentQuote(quote, answer.sources),
  }));
}

function presentSource(source: Source): PresentedSource {
  const url = safeUrl(source);
  return {
    articleId: source.articleId,
    name: nameArticle(source),
    credit: `${creditAuthor(source)}, ${citeSource(source).date}`,
    ...(url !== undefined && { url }),
    trace: describeTrace(source),
    sha256: source.sha256,
    quotes: source.quotes.map(({ number }) => number),
  };
}
