// Passages with their vectors ↔ rows of the table `passages`, each under a digest.

import { createHash } from "node:crypto";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Span } from "../../core/span.ts";
import { composeSearchableText } from "../../corpus/read/compose-passage-text.ts";
import { foldAccents } from "../../text/fold-name.ts";

/** A row as it is stored. `sentences` holds start and end of each sentence in turn. */
export interface PassageRow {
  readonly id: string;
  readonly article_id: string;
  readonly article_sha256: string;
  readonly position: number;
  readonly span_start: number;
  readonly span_end: number;
  readonly text: string;
  readonly searchable: string;
  readonly sentences: readonly number[];
  readonly vector: Float32Array;
  /** Vectors of the sentences, one after another; empty where the embedder gives none. */
  readonly sentence_vectors: Uint8Array;
  readonly publisher: string | null;
  readonly published: string | null;
  /** sha256 over all the other columns, so that a flipped byte is noticed: Lance keeps none. */
  readonly digest: string;
}

/** Everything but `searchable`, which follows from the others and is never shown. */
export const PASSAGE_COLUMNS: readonly string[] = [
  "id",
  "article_id",
  "article_sha256",
  "position",
  "span_start",
  "span_end",
  "text",
  "sentences",
  "vector",
  "sentence_vectors",
  "publisher",
  "published",
  "digest",
];

export function listPassageRows(entry: ArticleEntry): PassageRow[] {
  return entry.passages.map((passage, index) => {
    const vectors = entry.vectors[index];
    if (vectors === undefined) throw new RangeError(`no vector for passage ${passage.id}`);
    return sealRow(entry.record, { ...passage, articleSha256: entry.record.sha256 }, vectors);
  });
}

/** @returns the passage, or `undefined` where the row does not match its digest. */
export function readPassageRow(row: PassageRow): StoredPassage | undefined {
  if (digestRow(row) !== row.digest) return undefined;
  return {
    id: row.id,
    articleId: row.article_id,
    articleSha256: row.article_sha256,
    position: row.position,
    start: row.span_start,
    end: row.span_end,
    text: row.text,
    sentences: pairUp(row.sentences),
  };
}

/** The vectors of a row that was read. */
export function readRowVectors({ vector, sentence_vectors: bytes }: PassageRow): TextVectors {
  if (bytes.length === 0) return { vector };
  return { vector, sentences: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

function sealRow(
  record: ArticleRecord,
  passage: StoredPassage,
  { vector, sentences: bytes = new Int8Array() }: TextVectors,
): PassageRow {
  const row = {
    id: passage.id,
    article_id: passage.articleId,
    article_sha256: passage.articleSha256,
    position: passage.position,
    span_start: passage.start,
    span_end: passage.end,
    text: passage.text,
    // LanceDB stems before it folds, so that its "résumé" is not found by "resume".
    searchable: foldAccents(composeSearchableText(record.metadata, passage.text)),
    sentences: passage.sentences.flatMap(({ start, end }) => [start, end]),
    vector,
    sentence_vectors: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    publisher: record.metadata.publisher?.value ?? null,
    published: record.metadata.published?.value ?? null,
  };
  return { ...row, digest: digestRow(row) };
}

function digestRow(row: Omit<PassageRow, "digest" | "searchable">): string {
  const fields = [
    row.id,
    row.article_id,
    row.article_sha256,
    row.position,
    row.span_start,
    row.span_end,
    row.text,
    row.sentences,
    row.publisher,
    row.published,
  ];
  const { buffer, byteOffset, byteLength } = row.vector;
  return createHash("sha256")
    .update(JSON.stringify(fields))
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .update(row.sentence_vectors)
    .digest("hex");
}

function pairUp(places: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    spans.push({ start: places[index] ?? 0, end: places[index + 1] ?? 0 });
  }
  return spans;
}
