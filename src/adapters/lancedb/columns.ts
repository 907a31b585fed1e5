// Nothing → the columns of both tables; a row → the digest that it is kept under.

import { createHash } from "node:crypto";

/** What a column holds: `text?` may be null, a `vector` is as long as the embedder's are. */
interface ColumnValues {
  readonly text: string;
  readonly "text?": string | null;
  readonly whole: number;
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly wholes: readonly number[];
  readonly vector: Float32Array;
}

export type ColumnKind = keyof ColumnValues;
export type Columns = Readonly<Record<string, ColumnKind>>;
export type Row<Of extends Columns> = { readonly [Name in keyof Of]: ColumnValues[Of[Name]] };

/**
 * A passage. `sentences` holds start and end of each sentence in turn, `sentence_vectors` their vectors
 * one after another, empty where the embedder gives none. `publisher`, `author` and `published` are those
 * of the article as filters match them (`filter-rows.ts`). `digest` is of what a question reads,
 * `vector_digest` of the vector, which it does not.
 */
export const PASSAGE_TABLE = {
  id: "text",
  article_id: "text",
  article_sha256: "text",
  position: "whole",
  span_start: "whole",
  span_end: "whole",
  text: "text",
  searchable: "text",
  sentences: "wholes",
  vector: "vector",
  sentence_vectors: "bytes",
  publisher: "text",
  author: "text",
  published: "text?",
  digest: "text",
  vector_digest: "text",
} as const;

/**
 * An article or a tombstone, which has neither passages nor metadata. `metadata` is JSON, `file` the id
 * itself where the file is one article, `names` its id and title as a filter matches them, `name_words` those
 * of its names and their stems, by which it is found.
 */
export const ARTICLE_TABLE = {
  id: "text",
  status: "text",
  path: "text",
  sha256: "text",
  text_sha256: "text",
  size: "number",
  modified: "number",
  file: "text",
  passages: "whole",
  words: "whole",
  metadata: "text",
  lineage: "text",
  publisher: "text",
  author: "text",
  published: "text?",
  names: "text",
  name_words: "text",
  digest: "text",
} as const;

/** One sampled run of words of an article: the numbers that `core/lineage.ts` makes of its lineage. */
export const TRACE_TABLE = { trace: "number", article_id: "text" } as const;

/** What adopting makes anew from the other columns, so that a shard need not have it. */
export const DERIVED_COLUMNS: Readonly<Record<"passages" | "articles", readonly string[]>> = {
  passages: ["searchable", "publisher", "author", "published"],
  articles: ["publisher", "author", "published", "names", "name_words"],
};
/** What a shard may leave out too; then there is none of it. */
export const OPTIONAL_COLUMNS: Readonly<Record<"passages" | "articles", readonly string[]>> = {
  passages: ["sentence_vectors"],
  articles: ["lineage"],
};

/** Those that a question reads and `digest` is of: `searchable` follows from the others and is never shown. */
export const PASSAGE_COLUMNS: readonly string[] = Object.keys(PASSAGE_TABLE).filter(
  (name) => !["searchable", "vector", "vector_digest"].includes(name),
);
export const VECTOR_COLUMNS = ["vector", "vector_digest"] as const;
export const ARTICLE_COLUMNS: readonly string[] = Object.keys(ARTICLE_TABLE);

/** sha256 over these columns but for digests, so that a flipped byte is noticed: Lance keeps none. */
export function digestRow(row: object, columns: readonly string[]): string {
  const values = columns
    .filter((name) => !name.endsWith("digest"))
    .map((name) => Reflect.get(row, name));
  const plain = values.filter((value) => !ArrayBuffer.isView(value));
  const hash = createHash("sha256").update(JSON.stringify(plain));
  for (const value of values) {
    if (!ArrayBuffer.isView(value)) continue;
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  return hash.digest("hex");
}
