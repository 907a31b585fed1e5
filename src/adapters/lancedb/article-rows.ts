// Article records and tombstones ↔ rows of the table `articles`, each under a digest.

import { createHash } from "node:crypto";
import type { ArticleMetadata } from "../../core/article.ts";
import type { ArticleRecord, Tombstone } from "../../core/index-state.ts";
import type { Lineage } from "../../core/lineage.ts";

/** Base64 of 32-bit numbers, least byte first. Empty where there is no lineage. */
function encodeLineage(lineage: Lineage | undefined): string {
  if (lineage === undefined) return "";
  const { prints, marks, restsOn } = lineage;
  return [encodeHashes(prints), encodeHashes(marks), JSON.stringify(restsOn)].join(" ");
}

/** Only what `encodeLineage` wrote may be passed. */
function decodeLineage(text: string): Pick<ArticleRecord, "lineage"> {
  if (text === "") return {};
  const [prints = "", marks = ""] = text.split(" ", 2);
  const rest = text.slice(prints.length + marks.length + 2);
  const restsOn = JSON.parse(rest) as Lineage["restsOn"];
  return { lineage: { prints: decodeHashes(prints), marks: decodeHashes(marks), restsOn } };
}

function encodeHashes(hashes: Uint32Array): string {
  const bytes = Buffer.alloc(hashes.length * 4);
  for (const [place, hash] of hashes.entries()) bytes.writeUInt32LE(hash, place * 4);
  return bytes.toString("base64");
}

function decodeHashes(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  const hashes = new Uint32Array(bytes.length / 4);
  for (let place = 0; place < hashes.length; place += 1) {
    hashes[place] = bytes.readUInt32LE(place * 4);
  }
  return hashes;
}

export type ArticleStatus = "indexed" | "removed";

/** A row as it is stored; `metadata` is JSON. A tombstone is a row without passages and metadata. */
export interface ArticleRow {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly path: string;
  readonly sha256: string;
  readonly text_sha256: string;
  readonly size: number;
  readonly modified: number;
  /** The id itself where the file is one article. */
  readonly file: string;
  readonly passages: number;
  readonly words: number;
  readonly metadata: string;
  /** As `encodeLineage` writes it. */
  readonly lineage: string;
  /** sha256 over all the other columns. */
  readonly digest: string;
}

export const ARTICLE_COLUMNS: readonly string[] = [
  "id",
  "status",
  "path",
  "sha256",
  "text_sha256",
  "size",
  "modified",
  "file",
  "passages",
  "words",
  "metadata",
  "lineage",
  "digest",
];

export function toRecordRow(record: ArticleRecord): ArticleRow {
  return seal({
    id: record.id,
    status: "indexed",
    path: record.path,
    sha256: record.sha256,
    text_sha256: record.textSha256,
    size: record.size,
    modified: record.modified,
    file: record.file ?? record.id,
    passages: record.passages,
    words: record.words,
    metadata: JSON.stringify(record.metadata),
    lineage: encodeLineage(record.lineage),
  });
}

export function toTombstoneRow(tombstone: Tombstone): ArticleRow {
  const { id, sha256, size, modified, file = id } = tombstone;
  const nothing = { path: "", text_sha256: "", passages: 0, words: 0, metadata: "{}", lineage: "" };
  return seal({ id, status: "removed", sha256, size, modified, file, ...nothing });
}

export function isArticleRowSound(row: ArticleRow): boolean {
  return digestRow(row) === row.digest;
}

/** Only rows that are sound may be passed: their metadata is then the JSON that was written. */
export function toRecord(row: ArticleRow): ArticleRecord {
  return {
    id: row.id,
    path: row.path,
    sha256: row.sha256,
    textSha256: row.text_sha256,
    size: row.size,
    modified: row.modified,
    ...readFileId(row),
    passages: row.passages,
    words: row.words,
    metadata: JSON.parse(row.metadata) as ArticleMetadata,
    ...decodeLineage(row.lineage),
  };
}

export function toTombstone(row: ArticleRow): Tombstone {
  const { id, sha256, size, modified } = row;
  return { id, sha256, size, modified, ...readFileId(row) };
}

const readFileId = ({ id, file }: ArticleRow): Pick<ArticleRecord, "file"> =>
  file === id ? {} : { file };

function seal(row: Omit<ArticleRow, "digest">): ArticleRow {
  return { ...row, digest: digestRow(row) };
}

function digestRow(row: Omit<ArticleRow, "digest">): string {
  const fields = [
    row.id,
    row.status,
    row.path,
    row.sha256,
    row.text_sha256,
    row.size,
    row.modified,
    row.file,
    row.passages,
    row.words,
    row.metadata,
    row.lineage,
  ];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
