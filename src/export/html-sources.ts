// Sources and their numbers → the list at the end of an answer's section, each with its anchor.

import type { Quote, Source } from "../core/answer.ts";
import { citeSource, creditAuthor, safeUrl } from "./cite-sources.ts";
import { describeTrace } from "./describe-lineage.ts";
import { escapeAttribute, escapeHtml } from "./escape-html.ts";
import { placeInHtml } from "./html-quotes.ts";
import type { Counted } from "./prove-answer.ts";

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
