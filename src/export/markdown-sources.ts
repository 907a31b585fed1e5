// Sources and their numbers → the Markdown list that the markers of an answer link to.

import type { Quote, Source } from "../core/answer.ts";
import { escapeAddress, escapeMarkdown } from "./escape-markdown.ts";
import { linkToWords } from "./link-to-words.ts";
import { nameInMarkdown, traceInMarkdown } from "./name-in-markdown.ts";
import type { Counted } from "./prove-answer.ts";

/**
 * One headed paragraph a source: who, title, date, address, file, digest, and its quotes' places.
 * GitHub and Pandoc make the anchor `#source-3` of the heading `Source 3`.
 */
export function listSourcesInMarkdown(
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
        ...source.quotes.flatMap(({ number, line }) => {
          const quote = quoteOf.get(number);
          if (quote === undefined) return [];
          const place = `line ${line}, characters ${quote.start} to ${quote.end}`;
          const page = linkToWords(quote, source);
          const marker = `\\[${counted.quotes + number}\\]`;
          return `- ${marker} ${page === undefined ? place : `[${place}](${escapeAddress(page)})`}`;
        }),
      ].join("\n"),
    )
    .join("\n\n");
}
