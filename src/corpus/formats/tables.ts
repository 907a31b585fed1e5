// Rows of a table (CSV, TSV) or records of JSON (JSON Lines, a list) → an article each, with its row and column.

import { PullquoteError } from "../../core/errors.ts";
import { declareFields } from "./declare-fields.ts";
import { decodeText } from "./decode-text.ts";
import {
  type Columns,
  type ExtractedArticle,
  type Extraction,
  type ExtractOptions,
  explainCause,
  type FileBytes,
  type Format,
  opensWith,
  type Refused,
  refuse,
  type TableField,
} from "./format.ts";

/** Names of the column that holds an article's text, the likelier first. */
const TEXTS = [
  ...["text", "body", "content", "fulltext", "articletext", "articlebody", "maintext"],
  ...["article", "story", "transcript", "contenttext", "bodytext", "paragraphs"],
];

/** A row of values by column, and where it is: its number is that of a reader who counts data rows from 1. */
interface Row {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Why it cannot be read. */
  readonly fault?: string;
}

export const TABLE: Format = {
  name: "table",
  endings: [".csv", ".tsv"],
  // No byte says that commas part columns.
  matches: ({ name }) => /\.(?:csv|tsv)$/i.test(name),
  extract: (file, options) => readTable(file, options, listCells),
};

export const RECORDS: Format = {
  name: "JSON",
  endings: [".jsonl", ".ndjson", ".json"],
  matches: (file) => opensWith(file, /^\s*(?:\{\s*"|\[\s*\{)/),
  extract: (file, options) => readTable(file, options, async (text) => listRecords(text)),
};

type ListRows = (text: string, name: string) => Promise<readonly Row[]>;

async function readTable(
  { name, bytes }: FileBytes,
  { columns = {}, signal }: ExtractOptions,
  listRows: ListRows,
): Promise<Extraction> {
  const decoded = decodeText(bytes);
  if (decoded.kind === "undecodable") return refuse(decoded.reason, decoded.detail);
  let rows: readonly Row[];
  try {
    rows = await listRows(decoded.text, name);
  } catch (cause) {
    return refuse("damaged", `its rows cannot be read: ${explainCause(cause)}`);
  }
  if (signal?.aborted === true) {
    throw new PullquoteError({ code: "interrupted", message: `Reading ${name} was interrupted.` });
  }
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const column = chooseText(names, rows, columns);
  if (column === undefined) {
    const known = names.slice(0, 12).join(", ") || "none";
    const detail = `no column holds an article's text (columns: ${known}); name it: --columns text=COLUMN`;
    return refuse("no-prose", detail);
  }
  return readRows(rows, column, columns);
}

function readRows(rows: readonly Row[], column: string, columns: Columns): Extraction {
  const articles: ExtractedArticle[] = [];
  const refused: Refused[] = [];
  for (const { number, values, fault } of rows) {
    const text = readText(values[column]);
    const part = String(number);
    if (fault !== undefined) {
      refused.push({ part, reason: "damaged", detail: `its row cannot be read: ${fault}` });
      continue;
    }
    if (text.trim() === "") {
      refused.push({ part, reason: "empty", detail: `its column ${column} is empty` });
      continue;
    }
    const named = Object.entries(columns).flatMap(([field, name]) =>
      name === undefined ? [] : [[field, values[name]] as const],
    );
    const rest = Object.entries(values).filter(([name]) => name !== column);
    const metadata = declareFields([...named, ...rest], "field", number);
    const places = () => [
      [
        { kind: "record", number },
        { kind: "part", name: column },
      ] as const,
    ];
    articles.push({ part, text, extracted: { format: "table", metadata, places } });
  }
  return { articles, refused };
}

/** A list of paragraphs is a text. */
function readText(value: unknown): string {
  if (typeof value === "string") return value;
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList ? value.join("\n\n") : "";
}

/** The column that was named, or one that goes by a text's name, or the one with the longest prose. */
function chooseText(
  names: readonly string[],
  rows: readonly Row[],
  columns: Partial<Record<TableField, string>>,
): string | undefined {
  if (columns.text !== undefined) return names.find((name) => name === columns.text);
  const byName = TEXTS.flatMap((text) => names.find((name) => flatten(name) === text) ?? []);
  if (byName[0] !== undefined) return byName[0];
  const lengths = names.map((name) => ({
    name,
    length: median(rows.map(({ values }) => readText(values[name]).length)),
  }));
  const longest = lengths.reduce((one, other) => (other.length > one.length ? other : one), {
    name: "",
    length: 0,
  });
  return longest.length >= SHORTEST_PROSE ? longest.name : undefined;
}

/** A column that goes by no text's name holds prose where half of its rows are longer than this. */
const SHORTEST_PROSE = 280;

function median(lengths: readonly number[]): number {
  return [...lengths].sort((one, other) => one - other)[lengths.length >> 1] ?? 0;
}

async function listCells(text: string, name: string): Promise<readonly Row[]> {
  const { parse } = await import("csv-parse/sync");
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, {
    columns: true,
    bom: true,
    delimiter: chooseDelimiter(text, name),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  return rows.map((values, at) => ({ number: at + 1, values }));
}

/** Semicolons part columns where commas are decimal signs. */
function chooseDelimiter(text: string, name: string): string {
  if (/\.tsv$/i.test(name)) return "\t";
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const count = (sign: string): number => head.split(sign).length;
  return [",", ";", "\t"].reduce((one, other) => (count(other) > count(one) ? other : one));
}

/** Each line of JSON Lines is numbered as a line; in a list each record by its turn. */
function listRecords(text: string): readonly Row[] {
  if (/^\s*\[/.test(text)) return toRows(JSON.parse(text) as unknown[]);
  const lines = text.split(/\r\n|\r|\n/);
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length < 2 || !filled.every((line) => /^\s*\{/.test(line)))
    return toRows(listInner(JSON.parse(text)));
  return lines.flatMap((line, at) => (line.trim() === "" ? [] : readLine(line, at + 1)));
}

function readLine(line: string, number: number): readonly Row[] {
  try {
    return toRows([JSON.parse(line)], number);
  } catch (cause) {
    return [{ number, values: {}, fault: explainCause(cause) }];
  }
}

/** An object that is a record itself, or one that holds a list of them: `{ "articles": [ … ] }`. */
function listInner(value: unknown): readonly unknown[] {
  const inner = Object.entries(value as Readonly<Record<string, unknown>>);
  const list = inner.find(
    ([, item]) => Array.isArray(item) && item.length > 0 && typeof item[0] === "object",
  )?.[1];
  const isRecord = list === undefined || inner.some(([name]) => TEXTS.includes(flatten(name)));
  return isRecord ? [value] : (list as readonly unknown[]);
}

const flatten = (name: string): string => name.toLowerCase().replace(/[\s_.:-]/g, "");

function toRows(values: readonly unknown[], first = 1): readonly Row[] {
  return values.flatMap((value, at) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? { number: first + at, values: value as Row["values"] }
      : [],
  );
}
