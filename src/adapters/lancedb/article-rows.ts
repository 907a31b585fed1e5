// Article records and tombstones ↔ rows of the table `articles`, each under a digest.

import type { ArticleMetadata } from "../../core/article.ts";
import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type { Lineage } from "../../core/lineage.ts";
import type { ListedField, ListedFields } from "../../core/ports/passage-store.ts";
import { ARTICLE_COLUMNS, type ARTICLE_TABLE, digestRow, type Row } from "./columns.ts";
import { describeForFilter, describeNames } from "./filter-rows.ts";

export type ArticleRow = Row<typeof ARTICLE_TABLE>;

/** Base64 of 32-bit numbers, least byte first. Empty where there is no lineage. */
function encodeLineage(lineage: Lineage | undefined): string {
  if (lineage === undefined) return "";
  const { prints, marks, restsOn } = lineage;
  return [encodeHashes(prints), encodeHashes(marks), JSON.stringify(restsOn)].join(" ");
}

function decodeLineage(text: string): Pick<ArticleRecord, "lineage"> {
  if (text === "") return {};
  const [prints = "", marks = ""] = text.split(" ", 2);
  const restsOn = JSON.parse(text.slice(prints.length + marks.length + 2)) as Lineage["restsOn"];
  return { lineage: { prints: decodeHashes(prints), marks: decodeHashes(marks), restsOn } };
}

function encodeHashes({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function decodeHashes(text: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
}

export function toRecordRow({ metadata, lineage, ...record }: ArticleRecord): ArticleRow {
  const { textSha256: text_sha256, file = record.id, ...same } = record;
  const told = { metadata: JSON.stringify(metadata), lineage: encodeLineage(lineage) };
  const found = { ...describeForFilter(metadata), ...describeNames(record.id, metadata) };
  return seal({ ...same, status: "indexed", text_sha256, file, ...told, ...found });
}

export function toTombstoneRow(tombstone: Tombstone): ArticleRow {
  const { id, sha256, size, modified, file = id } = tombstone;
  const unnamed = { publisher: "", author: "", published: null, names: "", name_words: "" };
  const untold = { metadata: "{}", lineage: "", ...unnamed };
  const nothing = { path: "", text_sha256: "", passages: 0, words: 0, ...untold };
  return seal({ id, status: "removed", sha256, size, modified, file, ...nothing });
}

export function isArticleRowSound(row: ArticleRow): boolean {
  return digestRow(row, ARTICLE_COLUMNS) === row.digest;
}

/** Only rows that are sound may be passed: their metadata is then the JSON that was written. */
export function toRecord(row: ArticleRow): ArticleRecord {
  const { id, path, sha256, text_sha256: textSha256, size, modified, passages, words } = row;
  const metadata = JSON.parse(row.metadata) as ArticleMetadata;
  const told = { passages, words, metadata, ...decodeLineage(row.lineage) };
  return { id, path, sha256, textSha256, size, modified, ...readFileId(id, row.file), ...told };
}

const READ_FIELD: {
  readonly [Field in ListedField]: readonly [
    column: keyof ArticleRow,
    read: (row: ArticleRow) => ArticleRecord[Field],
  ];
} = {
  path: ["path", ({ path }) => path],
  sha256: ["sha256", ({ sha256 }) => sha256],
  textSha256: ["text_sha256", ({ text_sha256 }) => text_sha256],
  passages: ["passages", ({ passages }) => passages],
  words: ["words", ({ words }) => words],
  metadata: ["metadata", ({ metadata }) => JSON.parse(metadata) as ArticleMetadata],
  lineage: ["lineage", ({ lineage }) => decodeLineage(lineage).lineage],
};

export const listColumns = (fields: readonly ListedField[]): string[] =>
  fields.map((field) => READ_FIELD[field][0]);

/** Of a row that has the columns of these fields. */
export function toListed<Field extends ListedField>(
  row: ArticleRow,
  fields: readonly Field[],
): ListedFields<Field> {
  const values = fields.map((field) => [field, READ_FIELD[field][1](row)] as const);
  return { id: row.id, ...Object.fromEntries(values) } as ListedFields<Field>;
}

export function toTombstone({ id, sha256, size, modified, file }: ArticleRow): Tombstone {
  return { id, sha256, size, modified, ...readFileId(id, file) };
}

const readFileId = (id: string, file: string): Pick<ArticleRecord, "file"> =>
  file === id ? {} : { file };

function seal(row: Omit<ArticleRow, "digest">): ArticleRow {
  return { ...row, digest: digestRow(row, ARTICLE_COLUMNS) };
}
