// An article as a shard has it → what is wrong with it, in words; nothing where it could have been cut here.

import type { ArticleMetadata } from "../../core/article.ts";
import { PullquoteError } from "../../core/errors.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { Lineage } from "../../core/lineage.ts";
import type { Passage } from "../../core/passage.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Span } from "../../core/span.ts";

/** For one that was looked at before anything was written. */
export function refuseShard(name: string, why: string, cause?: unknown): PullquoteError {
  return new PullquoteError({
    code: "bad-shard",
    message: `The shard ${name} cannot be adopted: ${why}. Nothing was changed.`,
    hint: "Make it anew, with the same --embedder: pullquote shard --part N/OF --out PLACE (the form of its rows: docs/index-format.md)",
    cause,
  });
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Whether the words are those of the file is not asked: each quote is held against it before it is shown.
 * `dimensions` are the embedder's.
 */
export function findFault(entry: ArticleEntry, dimensions: number): string | undefined {
  const { record, passages } = entry;
  const faults = [
    findRecordFault(record),
    passages.length !== record.passages || passages.length === 0
      ? `it has ${passages.length} passages, and says ${record.passages}`
      : undefined,
    ...passages.map((passage, at) => findPassageFault(record.id, passage, at)),
    ...entry.vectors.map((vectors, at) =>
      isUnit(vectors.vector) && isWhole(vectors.sentences, passages[at], dimensions)
        ? undefined
        : `the vectors of its passage ${at} are none of the embedder's`,
    ),
  ];
  return faults.find((fault) => fault !== undefined);
}

function findRecordFault(record: ArticleRecord): string | undefined {
  const { id, file = id, sha256, textSha256, size, modified, words, metadata } = record;
  if (file !== id && !id.startsWith(`${file}#`)) return `its file is ${file}`;
  if (/^$|^\/|\0|(?:^|\/)(?:\.{1,2})?(?:\/|$)/.test(file))
    return "its id is no path below a corpus";
  if (!SHA256.test(sha256) || !SHA256.test(textSha256)) return "its digests are no sha256 in hex";
  if (!(size >= 0 && Number.isFinite(modified) && words >= 0)) return "its numbers are none";
  const isFormed = isMetadata(metadata) && isLineage(record.lineage);
  return isFormed ? undefined : "its metadata is not of the form that is described";
}

const FIELDS = ["title", "author", "publisher", "published", "url", "dateline"] as const;
const isText = (value: unknown): boolean => typeof value === "string";
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isMetadata(metadata: ArticleMetadata): boolean {
  if (!isObject(metadata)) return false;
  const { about = {}, doubts = [], published } = metadata;
  const fields = FIELDS.flatMap((name) => (name in metadata ? [metadata[name]] : []));
  return (
    fields.every((field) => isText(field?.value) && isText(field?.origin)) &&
    (published === undefined || isDated(published.value)) &&
    isObject(about) &&
    Object.values(about).every(isText) &&
    Array.isArray(doubts) &&
    doubts.every((one) => isText(one?.key) && isText(one?.detail) && Number.isInteger(one?.line))
  );
}

const isDated = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)));

/** The samples are numbers whatever was written; the papers that it relies on were JSON. */
const isLineage = (lineage: Lineage | undefined): boolean =>
  lineage === undefined ||
  (Array.isArray(lineage.restsOn) &&
    lineage.restsOn.every(
      (one) => Number.isInteger(one?.start) && Number.isInteger(one?.end) && isText(one?.name),
    ));

function findPassageFault(article: string, passage: Passage, at: number): string | undefined {
  const { id, position, start, end, text, sentences } = passage;
  if (position !== at || id !== `${article}#${at}`) return `its passage ${at} is ${id}`;
  if (start < 0 || end <= start || text.length !== end - start) {
    return `its passage ${at} has ${text.length} characters, from ${start} to ${end}`;
  }
  const inner = sentences.every(
    (span: Span, nth) =>
      span.end > span.start && span.start >= (sentences[nth - 1]?.end ?? start) && span.end <= end,
  );
  return inner && sentences.length > 0
    ? undefined
    : `the sentences of its passage ${at} do not lie in it, one after another`;
}

/** As far as numbers of 32 bits tell. */
const isUnit = (vector: Float32Array): boolean =>
  Math.abs(vector.reduce((sum, number) => sum + number * number, 0) - 1) < 1e-3;

const isWhole = (
  sentences: Int8Array | undefined,
  passage: Passage | undefined,
  dimensions: number,
): boolean =>
  sentences === undefined || sentences.length === (passage?.sentences.length ?? 0) * dimensions;
