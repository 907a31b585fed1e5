// Passages with their vectors ↔ rows of the table `passages`, each under a digest.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Span } from "../../core/span.ts";
import { composeSearchableText } from "../../corpus/read/compose-passage-text.ts";
import { foldAccents } from "../../text/fold-name.ts";
import {
  digestRow,
  PASSAGE_COLUMNS,
  type PASSAGE_TABLE,
  type Row,
  VECTOR_COLUMNS,
} from "./columns.ts";
import { describeForFilter } from "./filter-rows.ts";

export type PassageRow = Row<typeof PASSAGE_TABLE>;
/** What a question reads of a row. */
export type ShownRow = Omit<PassageRow, "searchable" | "vector" | "vector_digest">;

export function listPassageRows(entry: ArticleEntry): PassageRow[] {
  return entry.passages.map((passage, index) => {
    const vectors = entry.vectors[index];
    if (vectors === undefined) throw new RangeError(`no vector for passage ${passage.id}`);
    return sealRow(entry.record, { ...passage, articleSha256: entry.record.sha256 }, vectors);
  });
}

/** @returns the passage, or `undefined` where the row does not match its digest. */
export function readPassageRow(row: ShownRow): StoredPassage | undefined {
  if (digestRow(row, PASSAGE_COLUMNS) !== row.digest) return undefined;
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

/** The vectors of a row's sentences, where the embedder gave any. */
export function readSentenceVectors({
  sentence_vectors: bytes,
}: Pick<PassageRow, "sentence_vectors">): Int8Array | undefined {
  if (bytes.length === 0) return undefined;
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function readRowVectors(row: Pick<PassageRow, "vector" | "sentence_vectors">): TextVectors {
  const sentences = readSentenceVectors(row);
  return { vector: row.vector, ...(sentences !== undefined && { sentences }) };
}

export function isVectorSound(row: Pick<PassageRow, "vector" | "vector_digest">): boolean {
  return digestRow(row, VECTOR_COLUMNS) === row.vector_digest;
}

function sealRow(
  { metadata }: ArticleRecord,
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
    searchable: foldAccents(composeSearchableText(metadata, passage.text)),
    sentences: passage.sentences.flatMap(({ start, end }) => [start, end]),
    vector,
    sentence_vectors: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    ...describeForFilter(metadata),
  };
  const vector_digest = digestRow(row, VECTOR_COLUMNS);
  return { ...row, digest: digestRow(row, PASSAGE_COLUMNS), vector_digest };
}

function pairUp(places: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    spans.push({ start: places[index] ?? 0, end: places[index + 1] ?? 0 });
  }
  return spans;
}
