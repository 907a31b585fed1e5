// Named values of a row, a page's head or a mail's header → what they declare of the article.

import type { ArticleMetadata, MetadataOrigin } from "../../core/article.ts";
import { declareMetadata } from "../read/declare-metadata.ts";
import type { FieldValue } from "../read/parse-fields.ts";

type Declared = Pick<
  ArticleMetadata,
  "title" | "author" | "publisher" | "published" | "url" | "doubts"
>;

const FIELDS = ["title", "author", "publisher", "published", "url"] as const;

/**
 * Names are read as the keys of front matter are: `pubDate`, `Publish date` and `date` are one. A value
 * may be a text, a number, a list or an object. `line` is told with what is not understood.
 */
export function declareFields(
  fields: Iterable<readonly [name: string, value: unknown]>,
  origin: MetadataOrigin,
  line = 1,
): Declared {
  const entries = Array.from(fields, ([key, value]) => ({
    key: key.toLowerCase(),
    value: toField(value, 0),
    line,
  }));
  const { doubts, ...declared } = declareMetadata({ start: 0, end: 0, entries, doubts: [] });
  const known = FIELDS.flatMap((field) => {
    const value = declared[field];
    return value === undefined ? [] : [[field, { value, origin }] as const];
  });
  return { ...Object.fromEntries(known), ...(doubts !== undefined && { doubts }) };
}

const DEEPEST = 5;

function toField(value: unknown, depth: number): FieldValue {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null || depth > DEEPEST) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toField(item, depth + 1));
  return new Map(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), toField(item, depth + 1)]),
  );
}
