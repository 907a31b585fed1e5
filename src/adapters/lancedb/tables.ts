// A generation folder → its tables, made or opened with LanceDB, filtered by SQL, their rows read from Arrow.

import type { Connection, Table } from "@lancedb/lancedb";
import type { Table as ArrowTable, DataType, Schema } from "apache-arrow";
import {
  ARTICLE_TABLE,
  type ColumnKind,
  type Columns,
  PASSAGE_TABLE,
  TRACE_TABLE,
} from "./columns.ts";
import { connectTo, type LanceLibrary, loadLance } from "./load-lance.ts";
import type { TableAddress } from "./places/index-place.ts";

export interface IndexTables {
  readonly library: LanceLibrary;
  readonly connection: Connection;
  readonly path: string;
  /** One row a passage; replaced article by article. */
  readonly passages: Table;
  /** One row an article or tombstone. */
  readonly articles: Table;
  /** One row a sampled run of an article's words; only ever added to, but for removals. */
  readonly traces: Table;
  readonly passageSchema: Schema;
  readonly articleSchema: Schema;
  readonly traceSchema: Schema;
  readonly dimensions: number;
}

type Opened = Omit<IndexTables, "passages" | "articles" | "traces">;

/** Makes empty tables with their full-text indexes, so that a search works before the first tidying. */
export async function createTables(
  address: TableAddress,
  dimensions: number,
): Promise<IndexTables> {
  const place = await enterFolder(address, dimensions);
  const { library, connection, passageSchema, articleSchema, traceSchema } = place;
  const { Index } = library.lance;
  const make = (name: string, schema: Schema) =>
    connection.createEmptyTable(nameTable(address, name), schema);
  const passages = await make("passages", passageSchema);
  await passages.createIndex("searchable", { config: Index.fts(FULL_TEXT.passages.searchable) });
  const articles = await make("articles", articleSchema);
  await articles.createIndex("name_words", { config: Index.fts(FULL_TEXT.articles.name_words) });
  const traces = await make("traces", traceSchema);
  return { ...place, passages, articles, traces };
}

export async function openTables(address: TableAddress, dimensions: number): Promise<IndexTables> {
  const place = await enterFolder(address, dimensions);
  const open = (name: string) => place.connection.openTable(nameTable(address, name));
  const [passages, articles, traces] = await Promise.all([
    open("passages"),
    open("articles"),
    open("traces"),
  ]);
  return { ...place, passages, articles, traces };
}

async function enterFolder(address: TableAddress, dimensions: number): Promise<Opened> {
  const library = await loadLance();
  const connection = await connectTo(address);
  const passageSchema = describeColumns(library, PASSAGE_TABLE, dimensions);
  const articleSchema = describeColumns(library, ARTICLE_TABLE, dimensions);
  const traceSchema = describeColumns(library, TRACE_TABLE, dimensions);
  const path = `${address.uri} ${nameTable(address, "")}`;
  const schemas = { passageSchema, articleSchema, traceSchema };
  return { library, connection, path, ...schemas, dimensions };
}

export const nameTable = ({ tablePrefix = "" }: TableAddress, name: string): string =>
  tablePrefix + name;

export function closeTables(tables: IndexTables): void {
  tables.passages.close();
  tables.articles.close();
  tables.traces.close();
  tables.connection.close();
}

/** How the words of a column are found, by its table. */
export const FULL_TEXT = {
  passages: {
    // Stop words are kept: "The Who" is a name, and phrases need them. Positions make phrases possible.
    searchable: {
      withPosition: true,
      baseTokenizer: "simple",
      language: "English",
      stem: true,
      lowercase: true,
      asciiFolding: true,
      removeStopWords: false,
    },
  },
  articles: {
    // Words and stems as they were written: who asks has made the same of the question.
    name_words: {
      baseTokenizer: "whitespace",
      stem: false,
      removeStopWords: false,
      withPosition: false,
    },
  },
} as const;

/** As Arrow has them; only a column of the kind `text?` may have nulls. */
export function describeColumns(
  { arrow }: LanceLibrary,
  columns: Columns,
  dimensions: number,
): Schema {
  const { Binary, Field, FixedSizeList, Float32, Float64, Int32, List, Utf8 } = arrow;
  const types: Readonly<Record<ColumnKind, DataType>> = {
    text: new Utf8(),
    "text?": new Utf8(),
    whole: new Int32(),
    number: new Float64(),
    bytes: new Binary(),
    wholes: new List(new Field("item", new Int32(), true)),
    vector: new FixedSizeList(dimensions, new Field("item", new Float32(), true)),
  };
  const fields = Object.entries(columns);
  return new arrow.Schema(
    fields.map(([name, kind]) => new Field(name, types[kind], kind === "text?")),
  );
}

/** Column values of one row, lists as arrays and vectors as typed arrays of their own memory. */
export function listRows<Row>(table: ArrowTable, columns: readonly string[]): Row[] {
  const vectors = columns.map((name) => table.getChild(name));
  const rows: Row[] = [];
  for (let index = 0; index < table.numRows; index += 1) {
    const row: Record<string, unknown> = {};
    columns.forEach((name, column) => {
      row[name] = toPlain(vectors[column]?.get(index));
    });
    rows.push(row as Row);
  }
  return rows;
}

function toPlain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  // A copy: Arrow's views share the memory of the whole result.
  const list = (value as { toArray(): ArrayLike<number> }).toArray();
  return list instanceof Float32Array ? Float32Array.from(list) : Array.from(list);
}

/** A string literal: only a single quote ends one, and two of them stand for one. */
export function quoteLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** `column IN (…)`; `values` must not be empty. */
export function matchAny(column: string, values: Iterable<string>): string {
  return `${column} IN (${Array.from(values, quoteLiteral).join(",")})`;
}
