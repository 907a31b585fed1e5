// One source text, what is known of it, and the names and the day that it goes by.

import type { FindPlaces } from "./place.ts";
import type { Span } from "./span.ts";

/**
 * Where a metadata value comes from: declared by the file's front matter, found in its text, or declared
 * by what the article was taken out of: data for search engines (`json-ld`), addresses of a page's head
 * (`meta`), marked up in its text (`markup`), a mail's or response's `header`, a `property` of a document,
 * a `field` of a feed's item or of a row.
 */
export type MetadataOrigin =
  | "front-matter"
  | "found"
  | "json-ld"
  | "meta"
  | "markup"
  | "header"
  | "property"
  | "field";

/** One known fact about an article. A field that nobody states is absent, never guessed. */
export interface MetadataField {
  readonly value: string;
  readonly origin: MetadataOrigin;
}

/** The report that an article is about, when the article is a brief of another one. */
export interface AboutReport {
  readonly publisher?: string;
  readonly title?: string;
  readonly author?: string;
}

/**
 * Something in the file that was not understood, or was guessed. `key` is the front matter's, empty where
 * no field is meant.
 */
export interface Doubt {
  /** Line of the file, counted from 1. */
  readonly line: number;
  readonly key: string;
  /** In words for the reader. */
  readonly detail: string;
}

/** `published` is ISO 8601, `YYYY-MM-DD` or a full date-time; the other values are as written. */
export interface ArticleMetadata {
  readonly title?: MetadataField;
  readonly author?: MetadataField;
  readonly publisher?: MetadataField;
  readonly published?: MetadataField;
  readonly url?: MetadataField;
  readonly dateline?: MetadataField;
  /** When a page was saved, ISO 8601: no day of the article. */
  readonly saved?: MetadataField;
  readonly about?: AboutReport;
  /** Present only where there is any. */
  readonly doubts?: readonly Doubt[];
}

/** Why a part of the text is kept out of passages. */
export type ExclusionReason =
  | "front-matter"
  | "title"
  | "byline"
  | "dateline"
  | "caption"
  | "related"
  | "share"
  | "newsletter"
  | "comments"
  | "author-blurb"
  | "copyright"
  | "navigation"
  | "summary"
  | "markup";

/** Text that is in the article but is not its reporting: never cut, only kept out of passages. */
export interface ExcludedSpan extends Span {
  readonly reason: ExclusionReason;
}

/** A run of prose between exclusions: a heading, a paragraph or a list item. */
export interface Block extends Span {
  readonly kind: "heading" | "paragraph" | "list-item" | "quotation";
}

/**
 * An article that was taken out of a file that is no plain text. The same bytes give the same
 * extraction: spans count in the extracted text, and digests of it must hold.
 */
export interface Extracted {
  /** In words for a reader: `web page`, `PDF`. */
  readonly format: string;
  /** Absent where the text is read like a text file's. */
  readonly blocks?: readonly ExtractedBlock[];
  readonly metadata?: Pick<
    ArticleMetadata,
    "title" | "author" | "publisher" | "published" | "url" | "doubts"
  >;
  readonly places: FindPlaces;
  /** When it was saved, ISO 8601, where its file tells. */
  readonly saved?: string;
}

/** `level` is a heading's; 0 for all else. */
export interface ExtractedBlock extends Block {
  readonly level: number;
}

/**
 * What a source hands over: one decoded text, unchanged.
 *
 * `text` is the whole decoded file without its byte order mark (for formats that are extracted, the
 * extracted text). `sha256` is the lower-case hex digest of the file's bytes, `textSha256` that of
 * the UTF-8 bytes of `text`. `id` is the path relative to the corpus, with `/`; `path` is how the
 * reader's system names the file.
 */
export interface SourceText {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
  readonly textSha256: string;
  readonly size: number;
  /** The legacy encoding that the bytes were read in, where neither a mark nor UTF-8 says one. */
  readonly guessedEncoding?: string;
  /** Last change of the file's content or of its entry, milliseconds since 1970, fractions kept. */
  readonly modified: number;
  /** The file's id, where it holds several articles: this one's id is then `file#part`. */
  readonly file?: string;
  readonly extracted?: Extracted;
}

/** A parsed article. Every span in it slices `text`. */
export interface Article extends SourceText {
  readonly metadata: ArticleMetadata;
  readonly excluded: readonly ExcludedSpan[];
  readonly blocks: readonly Block[];
}

/** Its title, who published and wrote it, and the report that it is about: what is known, as written. */
export function listArticleNames({ title, publisher, author, about }: ArticleMetadata): string[] {
  const known = [title?.value, publisher?.value, author?.value];
  return [...known, about?.title, about?.publisher, about?.author].flatMap((name) => name || []);
}

/** `YYYY-MM-DD`, whatever time of the day is known too; absent where no date is, or no article. */
export function publishedDay(metadata: ArticleMetadata | undefined): string | undefined {
  return metadata?.published?.value.slice(0, 10);
}
