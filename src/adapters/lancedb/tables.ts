// A generation folder → its two tables, made or opened with LanceDB, filtered by SQL, their rows read from Arrow.

import { createRequire } from "node:module";
import type * as Lance from "@lancedb/lancedb";
import type { Connection, Table } from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";
import type { Table as ArrowTable, Schema } from "apache-arrow";

/** The two packages that only this folder may touch. */
interface LanceLibrary {
  readonly lance: typeof Lance;
  readonly arrow: typeof Arrow;
}

let loading: Promise<LanceLibrary> | undefined;

/** Nothing → LanceDB and Arrow, imported when first needed: they cost 75 ms that `--help` must not pay. */
function loadLanceDb(): Promise<LanceLibrary> {
  loading ??= importBoth();
  return loading;
}

async function importBoth(): Promise<LanceLibrary> {
  // Read once, at import: without it the native part prints warnings on the reader's stderr.
  process.env["LANCEDB_LOG"] ??= "error";
  // Damaged files make it panic; that comes back as an error, and a backtrace helps no reader.
  process.env["RUST_BACKTRACE"] ??= "0";
  const lance = await import("@lancedb/lancedb");
  // LanceDB requires Arrow as CommonJS; the ES module would be another copy, strange to its results.
  const arrow = createRequire(import.meta.url)("apache-arrow") as typeof Arrow;
  return { lance, arrow };
}

export interface IndexTables {
  readonly library: LanceLibrary;
  readonly connection: Connection;
  readonly path: string;
  /** One row a passage; replaced article by article. */
  readonly passages: Table;
  /** One row an article or tombstone. */
  readonly articles: Table;
  readonly passageSchema: Schema;
  readonly articleSchema: Schema;
  readonly dimensions: number;
}

const INDEX_CACHE_BYTES = 192n * 1024n * 1024n;
const METADATA_CACHE_BYTES = 48n * 1024n * 1024n;

type Place = Omit<IndexTables, "passages" | "articles">;

/** Makes empty tables with their full-text index, so that a search works before the first tidying. */
export async function createTables(path: string, dimensions: number): Promise<IndexTables> {
  const place = await enterFolder(path, dimensions);
  const { library, connection, passageSchema, articleSchema } = place;
  const passages = await connection.createEmptyTable("passages", passageSchema);
  await indexFullText(library, passages);
  const articles = await connection.createEmptyTable("articles", articleSchema);
  return { ...place, passages, articles };
}

export async function openTables(path: string, dimensions: number): Promise<IndexTables> {
  const place = await enterFolder(path, dimensions);
  const [passages, articles] = await Promise.all([
    place.connection.openTable("passages"),
    place.connection.openTable("articles"),
  ]);
  return { ...place, passages, articles };
}

async function enterFolder(path: string, dimensions: number): Promise<Place> {
  const library = await loadLanceDb();
  const connection = await connect(library, path);
  const passageSchema = describePassages(library, dimensions);
  const articleSchema = describeArticles(library);
  return { library, connection, path, passageSchema, articleSchema, dimensions };
}

export function closeTables(tables: IndexTables): void {
  tables.passages.close();
  tables.articles.close();
  tables.connection.close();
}

function connect({ lance }: LanceLibrary, path: string): Promise<Connection> {
  // An interval of 0 makes each query look for a newer version, so a reader sees what others wrote.
  // The default caches may grow to gigabytes; indexing must stay under 700 MB.
  const session = new lance.Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES);
  return lance.connect(path, { readConsistencyInterval: 0 }, session);
}

/** Stop words are kept: "The Who" is a name, and phrases need them. Positions make phrases possible. */
async function indexFullText({ lance }: LanceLibrary, passages: Table): Promise<void> {
  const config = lance.Index.fts({
    withPosition: true,
    baseTokenizer: "simple",
    language: "English",
    stem: true,
    lowercase: true,
    asciiFolding: true,
    removeStopWords: false,
  });
  await passages.createIndex("searchable", { config });
}

function describePassages({ arrow }: LanceLibrary, dimensions: number): Schema {
  const { Binary, Field, FixedSizeList, Float32, Int32, List, Utf8 } = arrow;
  return new arrow.Schema([
    new Field("id", new Utf8(), false),
    new Field("article_id", new Utf8(), false),
    new Field("article_sha256", new Utf8(), false),
    new Field("position", new Int32(), false),
    new Field("span_start", new Int32(), false),
    new Field("span_end", new Int32(), false),
    new Field("text", new Utf8(), false),
    new Field("searchable", new Utf8(), false),
    new Field("sentences", new List(new Field("item", new Int32(), true)), false),
    new Field(
      "vector",
      new FixedSizeList(dimensions, new Field("item", new Float32(), true)),
      false,
    ),
    new Field("sentence_vectors", new Binary(), false),
    new Field("publisher", new Utf8(), true),
    new Field("published", new Utf8(), true),
    new Field("digest", new Utf8(), false),
  ]);
}

function describeArticles({ arrow }: LanceLibrary): Schema {
  const { Field, Float64, Int32, Utf8 } = arrow;
  return new arrow.Schema([
    new Field("id", new Utf8(), false),
    new Field("status", new Utf8(), false),
    new Field("path", new Utf8(), false),
    new Field("sha256", new Utf8(), false),
    new Field("text_sha256", new Utf8(), false),
    new Field("size", new Float64(), false),
    new Field("modified", new Float64(), false),
    new Field("file", new Utf8(), false),
    new Field("passages", new Int32(), false),
    new Field("words", new Int32(), false),
    new Field("metadata", new Utf8(), false),
    new Field("lineage", new Utf8(), false),
    new Field("digest", new Utf8(), false),
  ]);
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
