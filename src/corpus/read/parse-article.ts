// One source text → the article: what is known of it, its blocks, and what is kept out of passages.

import type {
  AboutReport,
  Article,
  ArticleMetadata,
  MetadataField,
  MetadataOrigin,
  SourceText,
} from "../../core/article.ts";
import { readDate } from "../../english/iso-date.ts";
import type { Finding } from "./find-head.ts";
import { outlineArticle } from "./outline-article.ts";
import { type FrontMatter, type FrontMatterValue, readFrontMatter } from "./read-front-matter.ts";
import { readLayout } from "./read-layout.ts";

const MARKDOWN = /\.(?:md|markdown)$/i;
const KEYS = {
  title: ["title", "headline"],
  author: ["author", "authors", "byline", "creator"],
  publisher: ["publisher", "publication", "newspaper", "site", "sitename", "site_name"],
  published: ["published", "date", "publish_date", "publish-date", "published_at", "pubdate"],
  url: ["url", "link", "canonical", "canonical_url", "source_url"],
  dateline: ["dateline"],
} as const;

/**
 * Metadata is the front matter's where it gives a value, else what the text itself says, marked as
 * `found`; what neither says stays absent. Never throws, whatever the text.
 */
export function parseArticle(source: SourceText): Article {
  const front = readFrontMatter(source.text);
  const parts = readLayout(source.text, front?.end ?? 0, MARKDOWN.test(source.id));
  const { blocks, excluded, found } = outlineArticle(
    source.text,
    parts,
    readKey(front, KEYS.title),
  );
  const own =
    front === undefined
      ? []
      : [{ start: front.start, end: front.end, reason: "front-matter" as const }];
  return {
    ...source,
    metadata: joinMetadata(front, found),
    excluded: [...own, ...excluded],
    blocks,
  };
}

function joinMetadata(front: FrontMatter | undefined, found: Finding): ArticleMetadata {
  const about = readAbout(front?.values.get("about"));
  const published = readKey(front, KEYS.published);
  const declared = published === undefined ? undefined : readDate(published)?.iso;
  return {
    ...field("title", readKey(front, KEYS.title), found.title),
    ...field("author", readKey(front, KEYS.author), found.author),
    ...field("publisher", readKey(front, KEYS.publisher), found.publisher),
    ...field("published", declared, found.published),
    ...field("url", readKey(front, KEYS.url), found.url),
    ...field("dateline", readKey(front, KEYS.dateline), found.dateline),
    ...(about === undefined ? {} : { about }),
  };
}

function field(
  name: keyof typeof KEYS,
  declared: string | undefined,
  found: string | undefined,
): Partial<Record<keyof typeof KEYS, MetadataField>> {
  const value = declared ?? found;
  const origin: MetadataOrigin = declared === undefined ? "found" : "front-matter";
  return value === undefined ? {} : { [name]: { value, origin } };
}

function readKey(front: FrontMatter | undefined, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = front?.values.get(key);
    const text = typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : "";
    if (text !== "" && text !== "null" && text !== "~") return text;
  }
  return undefined;
}

function readAbout(value: FrontMatterValue | undefined): AboutReport | undefined {
  if (!(value instanceof Map)) return undefined;
  const about = {
    ...pick(value, "publisher"),
    ...pick(value, "title"),
    ...pick(value, "author"),
  };
  return Object.keys(about).length === 0 ? undefined : about;
}

function pick(values: ReadonlyMap<string, string>, key: keyof AboutReport): AboutReport {
  const value = values.get(key);
  return value === undefined || value === "" ? {} : { [key]: value };
}
