// An answer's comparison → CSV that a spreadsheet cannot take for a formula.

import { describeReason } from "./describe-comparison.ts";
import { ARROW } from "./name-speaker.ts";
import {
  type ComparedAnswer,
  type ComparisonRow,
  tabulateComparison,
} from "./tabulate-comparison.ts";

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
