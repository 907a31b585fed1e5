// Passages with their vectors ↔ rows of the table `passages`, each under a digest.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Span } from "../../core/span.ts";
import { composeSearchableText } from "../../corpus/read/compose-passage-text.ts";
import { foldAccents } from "../../text/fold-name.ts";
import { digestRow, PASSAGE_COLUMNS, type PASSAGE_TABLE, type Row } from "./columns.ts";

export type PassageRow = Row<typeof PASSAGE_TABLE>;

export function listPassageRows(entry: ArticleEntry): PassageRow[] {
  return entry.passages.map((passage, index) => {
    const vectors = entry.vectors[index];
    if (vectors === undefined) throw new RangeError(`no vector for passage ${passage.id}`);
    return sealRow(entry.record, { ...passage, articleSha256: entry.record.sha256 }, vectors);
  });
}

/** @returns the passage, or `undefined` where the row does not match its digest. */
export function readPassageRow(row: PassageRow): StoredPassage | undefined {
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

/** The vectors of a row that was read. */
export function readRowVectors({ vector, sentence_vectors: bytes }: PassageRow): TextVectors {
  if (bytes.length === 0) return { vector };
  return { vector, sentences: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
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
    publisher: metadata.publisher?.value ?? null,
    published: metadata.published?.value ?? null,
  };
  return { ...row, digest: digestRow(row, PASSAGE_COLUMNS) };
}

function pairUp(places: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    spans.push({ start: places[index] ?? 0, end: places[index + 1] ?? 0 });
  }
  return spans;
}
