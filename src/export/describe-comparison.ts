// A comparison → its heading and its reasons in words; and one row for each quote of each position, as CSV and as a Markdown table.

import type { Answer, Quote, Source } from "../core/answer.ts";
import type { Comparison, Position, ReasonKind, ValueHedge } from "../core/comparison.ts";
import { nameDays } from "../english/iso-date.ts";
import { citeSource, nameArticle } from "./cite-sources.ts";
import { escapeMarkdown } from "./escape-text.ts";
import { ARROW, nameSpeaker } from "./introduce-quotes.ts";

const KINDS: Readonly<Record<ReasonKind, string>> = {
  time: "another day",
  unit: "another unit",
  bound: "another bound",
  contradiction: "they contradict each other",
};

const HEDGES: Readonly<Record<ValueHedge, string>> = {
  alleged: "alleged",
  reported: "hearsay",
  estimated: "an estimate",
  possible: "not certain",
  planned: "planned",
  conditional: "on a condition",
  denied: "denied",
};

/** Nothing where no two articles can be compared; one that stands alone is shown only without claims. */
export function pickComparison({ comparison, claims }: Answer): Comparison | undefined {
  return comparison?.verdict === "alone" && claims.length > 0 ? undefined : comparison;
}

/** `2 independent sources; another bound`; empty where there is nothing to say. */
export function describePosition(position: Position): string {
  const { independent } = position;
  const voices = independent > 1 ? `${independent} independent sources` : describeShared(position);
  return joinNotes(voices, describeReason(position));
}

function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note !== "").join("; ");
}

/** `2 articles, one speaker: Ada Roe`; a speaker who is the value is not named again. Empty where its articles are several voices, or one article. */
function describeShared({ independent, sharedSpeaker, stance }: Position): string {
  if (independent > 1 || sharedSpeaker === undefined) return "";
  const { articles, name, isAlone } = sharedSpeaker;
  if (stance !== undefined) return `in ${articles} articles`;
  return `${articles} articles, ${isAlone ? "one speaker" : "the same speaker in each"}: ${name}`;
}

/** `Where the sources differ`, or how many agree. Not yet made safe. */
export function headComparison(comparison: Comparison): string {
  const { verdict, positions, independent } = comparison;
  const stances = new Set(positions.map(({ stance }) => stance));
  if (!stances.has(undefined)) return headSpeakers(stances.size > 1, positions);
  if (verdict === "differ") {
    const isUpdate = positions.every(({ days }) => days !== undefined);
    return isUpdate
      ? "Then and now: later articles give another value"
      : "Where the sources differ";
  }
  if (verdict === "alone") return "One source alone speaks to it";
  const voices = independent > 1 ? `${independent} independent` : headVoice(positions);
  if (positions.length === 1) return `Where the sources agree: ${voices}`;
  return `Different positions that may all hold: ${independent > 1 ? `${voices} sources` : voices}`;
}

function headVoice(positions: readonly Position[]): string {
  const isOne = positions.every(({ sharedSpeaker }) => sharedSpeaker?.isAlone === true);
  return isOne ? "one speaker" : "not independently";
}

function headSpeakers(isDivided: boolean, [first]: readonly Position[]): string {
  if (isDivided) return "Who says so, and who says otherwise";
  return first?.stance === "denies" ? "Who says otherwise" : "Who says so";
}

/** `another bound`, `published on 8 July 2022`; empty where nothing differs. */
function describeReason({ reason, days }: Position): string {
  if (days !== undefined) return `published ${nameDays(days)}`;
  return reason === undefined ? "" : KINDS[reason.kind];
}

/** `10 miles (16.1 km)`: the value as written, with what it was converted to and what is taken from it. */
export function nameValue({ value, conversion, stance, hedge }: Position): string {
  const said = stance === "denies" ? "says otherwise" : undefined;
  const marks = [conversion, said, hedge && HEDGES[hedge]].filter((mark) => mark !== undefined);
  return marks.length === 0 ? value : `${value} (${marks.join("; ")})`;
}

/** What a table needs of an answer. */
type ComparedAnswer = Pick<Answer, "comparison" | "quotes" | "sources">;

/** One quote of a position, with its article. */
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

/** Who says it, in which article, of which day. */
export function nameOrigin({ quote, source }: ComparisonRow): readonly string[] {
  const said = nameSpeaker(quote) ?? "the article itself";
  return [said, nameArticle(source), citeSource(source).date];
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
  const rows = tabulateComparison(answer).map((row) => {
    const reason = joinNotes(describeShared(row.position), describeReason(row.position));
    const cells = [nameValue(row.position), ...nameOrigin(row), reason].map(escapeMarkdown);
    return [cells[0], render(row.quote), ...cells.slice(1)];
  });
  const lines = [HEADER, WIDTHS.map((width) => "-".repeat(width)), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  return [`### ${headComparison(comparison)}`, lines.join("\n")];
}
