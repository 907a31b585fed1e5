// An answer's comparison → one row for each quote of each position, as CSV and as a Markdown table.

import type { Answer, Quote, Source } from "../core/answer.ts";
import type { Position } from "../core/comparison.ts";
import { citeSource } from "./cite-sources.ts";
import {
  describeReason,
  describeShared,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { escapeMarkdown } from "./escape-text.ts";
import { ARROW, nameSpeaker } from "./introduce-quotes.ts";

/** What a table needs of an answer. */
export type ComparedAnswer = Pick<Answer, "comparison" | "quotes" | "sources">;

export interface ComparisonRow {
  readonly position: Position;
  readonly quote: Quote;
  readonly source: Source;
}

/** In the order of the positions; none where nothing was compared. */
export function tabulateComparison({
  comparison,
  quotes,
  sources,
}: ComparedAnswer): readonly ComparisonRow[] {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const sourceOf = new Map(sources.map((source) => [source.articleId, source]));
  return (comparison?.positions ?? []).flatMap((position) =>
    position.citations.flatMap((number) => {
      const quote = quoteOf.get(number);
      const source = sourceOf.get(quote?.articleId ?? "");
      return quote === undefined || source === undefined ? [] : [{ position, quote, source }];
    }),
  );
}

const COLUMNS: readonly (readonly [name: string, read: (row: ComparisonRow) => string])[] = [
  ["value", ({ position }) => position.value],
  ["conversion", ({ position }) => position.conversion ?? ""],
  ["stance", ({ position }) => position.stance ?? ""],
  ["hedge", ({ position }) => position.hedge ?? ""],
  ["why it differs", ({ position }) => describeReason(position)],
  ["independent sources", ({ position }) => String(position.independent)],
  ["shared speaker", ({ position }) => position.sharedSpeaker?.name ?? ""],
  ["quote", ({ quote }) => quote.text],
  ["speaker", ({ quote }) => quote.attribution?.speaker?.name ?? ""],
  ["role", ({ quote }) => quote.attribution?.speaker?.role ?? ""],
  ["chain", ({ quote }) => (quote.attribution?.chain ?? []).map(({ words }) => words).join(ARROW)],
  ["manner", ({ quote }) => quote.attribution?.manner ?? ""],
  ["publisher", ({ source }) => source.publisher ?? ""],
  ["title", ({ source }) => source.title ?? ""],
  ["published", ({ source }) => source.published ?? ""],
  ["article", ({ source }) => source.articleId],
  ["line", ({ quote, source }) => lineOf(quote.number, source)],
  ["start", ({ quote }) => String(quote.start)],
  ["end", ({ quote }) => String(quote.end)],
];

/**
 * RFC 4180: every field in quotation marks, lines ended by CRLF, a header line. A field that a
 * spreadsheet would run as a formula gets an apostrophe before it; all others are exact.
 */
export function renderComparisonCsv(answer: ComparedAnswer): string {
  const rows = tabulateComparison(answer).map((row) => COLUMNS.map(([, read]) => read(row)));
  const header = COLUMNS.map(([name]) => name);
  return [header, ...rows].map((fields) => `${fields.map(quoteField).join(",")}\r\n`).join("");
}

function lineOf(number: number, source: ComparisonRow["source"]): string {
  const place = source.quotes.find((quote) => quote.number === number);
  return place === undefined ? "" : String(place.line);
}

/** Spreadsheets run what begins with these, white space before it or not. */
function quoteField(field: string): string {
  const guarded = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(field) ? `'${field}` : field;
  return `"${guarded.replaceAll('"', '""')}"`;
}

const HEADER = ["Value", "Quote", "Who says it", "Article", "Date", "Why it differs"];
/** Dashes below each: Pandoc shares out the width of a page by them, GitHub takes no notice. */
const WIDTHS = [4, 12, 5, 6, 4, 5];

/** `render` gives a quote in its marks with its linked number. Nothing where nothing was compared. */
export function compareInMarkdown(
  answer: Answer,
  render: (quote: Quote) => string,
): readonly string[] {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return [];
  const rows = tabulateComparison(answer).map(({ position, quote, source }) => {
    const { voice, title, date } = citeSource(source);
    const said = nameSpeaker(quote) ?? "the article itself";
    const named = voice === undefined ? title : `${voice}: ${title}`;
    const notes = [describeShared(position), describeReason(position)];
    const reason = notes.filter((note) => note !== "").join("; ");
    const cells = [nameValue(position), said, named, date, reason].map(escapeMarkdown);
    return [cells[0], render(quote), ...cells.slice(1)];
  });
  const lines = [HEADER, WIDTHS.map((width) => "-".repeat(width)), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  return [`### ${headComparison(comparison)}`, lines.join("\n")];
}
