// Sources and their numbers → the Markdown list that the markers of an answer link to.

import type { Quote, Source } from "../../model/answer.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import { describeLineage } from "./describe-lineage.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
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
        ...briefOf(source),
        ...describeLineage(source).map((line) => `- ${escapeMarkdown(upperFirst(line))}`),
        `- File: ${escapeMarkdown(source.articleId)}`,
        `- SHA-256 of the file: \`${source.sha256}\``,
        ...source.quotes.map(({ number, line }) => {
          const { start, end } = quoteOf.get(number) ?? { start: 0, end: 0 };
          const marker = `\\[${counted.quotes + number}\\]`;
          return `- ${marker} line ${line}, characters ${start} to ${end}`;
        }),
      ].join("\n"),
    )
    .join("\n\n");
}

/** A co-author stands as the article names them: "with Ana Ruiz". */
function nameAuthor({ author }: Source): string {
  if (author === undefined) return "";
  return `, ${/^with\s/iu.test(author) ? "" : "by "}${escapeMarkdown(author)}`;
}

function nameInMarkdown(source: Source): string {
  const { voice, title, date } = citeSource(source);
  const url = safeUrl(source)?.replace(/[&*_~]/g, "\\$&");
  const shown = escapeMarkdown(title);
  const name = voice === undefined ? "" : `${escapeMarkdown(voice)}: `;
  const linked = url === undefined ? `*${shown}*` : `[${shown}](${url})`;
  return `Article: ${name}${linked}${nameAuthor(source)}, ${escapeMarkdown(date)}`;
}

function briefOf(source: Source): readonly string[] {
  if (source.about === undefined) return [];
  const by = source.publisher === undefined ? "" : ` (${escapeMarkdown(source.publisher)})`;
  return [`- Quoted from a brief: ${escapeMarkdown(source.title ?? source.articleId)}${by}`];
}

function upperFirst(line: string): string {
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}
