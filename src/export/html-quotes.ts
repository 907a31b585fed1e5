// Quotes and sources → HTML: each quote beside the paragraph that it stands in, and the list of sources.

import type { Excerpt, Quote, Source } from "../core/answer.ts";
import { citeSource, creditAuthor, safeUrl } from "./cite-sources.ts";
import { describeTrace } from "./describe-lineage.ts";
import { escapeAttribute, escapeHtml } from "./escape-text.ts";
import { linkToPlace, linkToWords, writePlace } from "./link-to-words.ts";
import { markInHtml } from "./mark-answer.ts";
import type { Counted } from "./prove-answer.ts";

/** What a quote needs to be shown: its source with the number of that, and how far the page has counted. */
interface QuoteOnPage {
  readonly quote: Quote;
  readonly source: Source | undefined;
  readonly sourceNumber: number | undefined;
  readonly paragraph: Excerpt | undefined;
  readonly counted: Counted;
  /** A quote that is cited again has its anchor and its paragraph at the first place. */
  readonly first: boolean;
}

export function renderQuote(shown: QuoteOnPage): string {
  const { quote, sourceNumber, counted, first } = shown;
  const number = counted.quotes + quote.number;
  const anchor = first ? ` id="quote-${number}"` : "";
  const marker = `<a class="marker" href="#source-${sourceNumber}">[${number}]</a>`;
  return `<div class="exhibit"${anchor}>
<blockquote class="quote" dir="auto"><p>“<bdi>${markInHtml(quote)}</bdi>” ${marker}</p></blockquote>
${first ? renderClipping(shown, number) : ""}</div>
`;
}

/** The paragraph below the name of its article. A quote that fills all of it needs no second showing. */
function renderClipping({ quote, source, paragraph }: QuoteOnPage, number: number): string {
  if (source === undefined) return "";
  const { voice, title } = citeSource(source);
  const name = [...(voice === undefined ? [] : [`<b>${escapeHtml(voice)}</b>`]), escapeHtml(title)];
  const shown = paragraph === undefined || paragraph.text === quote.text ? [] : [paragraph];
  return `<div class="clipping" role="group" aria-label="Where quote ${number} stands">
<p class="clipping-name">${name.join(" ")}</p>
${shown.map((excerpt) => renderParagraph(excerpt, quote)).join("")}<p class="place">${placeInHtml(quote, source, number)}</p>
</div>
`;
}

function renderParagraph(paragraph: Excerpt, quote: Quote): string {
  const { articleId, start, end } = paragraph;
  return `<blockquote class="paragraph${cutClass(paragraph)}" dir="auto"><p><q>${markQuote(paragraph, quote)}</q></p></blockquote>
<p class="place">From ${escapeHtml(articleId)}, characters ${start} to ${end}.</p>
`;
}

/** `[2] line 4, characters 178 to 221`, linked to the words in the article's page where it has one. */
function placeInHtml(quote: Quote, source: Source, number: number): string {
  const placed = source.quotes.find((one) => one.number === quote.number);
  const place = writePlace(placed ?? { line: 1 }, quote);
  const page =
    linkToWords(quote, source) ??
    (source.address && linkToPlace(source.address, source.path, quote, placed?.places));
  const linked =
    page === undefined
      ? place
      : `<a class="page" href="${escapeAttribute(page)}" rel="noreferrer noopener">${place}</a>`;
  return `[${number}] ${linked}`;
}

function markQuote({ text, start }: Excerpt, quote: Quote): string {
  const from = quote.start - start;
  const to = quote.end - start;
  const [before, words, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  return `${escapeHtml(before)}<mark>${escapeHtml(words)}</mark>${escapeHtml(after)}`;
}

/** A paragraph that goes on beyond what is shown is so marked, outside its text. */
function cutClass({ prefix, suffix }: Excerpt): string {
  const before = /\S[^\S\r\n]*$/.test(prefix) ? " goes-before" : "";
  const after = /^[^\S\r\n]*\S/.test(suffix) ? " goes-on" : "";
  return `${before}${after}`;
}

/** Line by line what the Markdown export lists, so that one check proves both. */
export function listSourcesInHtml(
  sources: readonly Source[],
  quotes: readonly Quote[],
  counted: Counted,
): string {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const listed = sources.map((source, i) => {
    const places = source.quotes.flatMap(({ number }) => {
      const quote = quoteOf.get(number);
      return quote === undefined ? [] : [placeInHtml(quote, source, counted.quotes + number)];
    });
    const lines = [
      ...describeTrace(source).map(escapeHtml),
      `File: ${escapeHtml(source.articleId)}`,
      `SHA-256 of the file: <span class="digest">${source.sha256}</span>`,
      ...places,
    ];
    const number = counted.sources + i + 1;
    return `<section class="source" aria-labelledby="source-${number}">
<h4 id="source-${number}">Source ${number}</h4>
<p class="article">${nameInHtml(source)}</p>
<ul>
${lines.map((line) => `<li>${line}</li>\n`).join("")}</ul>
</section>
`;
  });
  return listed.join("");
}

function nameInHtml(source: Source): string {
  const { voice, title, date } = citeSource(source);
  const url = safeUrl(source);
  const shown = `<cite>${escapeHtml(title)}</cite>`;
  const linked =
    url === undefined
      ? shown
      : `<a class="out" href="${escapeAttribute(url)}" rel="noreferrer noopener">${shown}</a>`;
  const name = voice === undefined ? "" : `${escapeHtml(voice)}: `;
  return `<span class="kicker">Article: </span>${name}${linked}${escapeHtml(`${creditAuthor(source)}, ${date}`)}`;
}
