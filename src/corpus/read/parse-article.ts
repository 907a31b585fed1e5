// One source text → the article: what is known of it, its blocks, and what is kept out of passages.

import type {
  Article,
  ArticleMetadata,
  Doubt,
  MetadataField,
  MetadataOrigin,
  SourceText,
} from "../../core/article.ts";
import { type DeclaredMetadata, declareMetadata } from "./declare-metadata.ts";
import type { Finding } from "./find-head.ts";
import { outlineArticle } from "./outline-article.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { layoutBlocks, readLayout } from "./read-layout.ts";

const MARKDOWN = /\.(?:md|markdown)$/i;
/**
 * Metadata is the front matter's where it gives a value, else what the text itself says, marked as
 * `found`; what neither says stays absent. Never throws, whatever the text.
 */
export function parseArticle(source: SourceText): Article {
  const { text, id, extracted } = source;
  const isText = extracted?.blocks === undefined && extracted?.metadata === undefined;
  const front = isText ? readFrontMatter(text) : undefined;
  const declared = declareMetadata(front);
  const parts =
    extracted?.blocks === undefined
      ? readLayout(text, front?.end ?? 0, MARKDOWN.test(id))
      : layoutBlocks(text, extracted.blocks);
  const { blocks, excluded, found } = outlineArticle(
    text,
    parts,
    declared.title ?? extracted?.metadata?.title?.value,
  );
  const own =
    front === undefined
      ? []
      : [{ start: front.start, end: front.end, reason: "front-matter" as const }];
  const { doubts: told = [], ...known } = extracted?.metadata ?? {};
  const { saved } = extracted ?? {};
  return {
    ...source,
    metadata: {
      ...joinMetadata(declared, found, [...tellGuess(source), ...told]),
      ...known,
      ...(saved !== undefined && { saved: { value: saved, origin: "header" } }),
    },
    excluded: [...own, ...excluded],
    blocks,
  };
}

/** The first line that would read otherwise in another encoding, with the one that was guessed. */
function tellGuess({ guessedEncoding, text }: SourceText): readonly Doubt[] {
  if (guessedEncoding === undefined) return [];
  const at = Math.max(text.search(/[^\0-\x7f]/), 0);
  const detail = `no UTF-8; read as ${guessedEncoding}, which gives each byte again, but is a guess`;
  return [{ line: text.slice(0, at).split(/\r\n|\r|\n/).length, key: "", detail }];
}

function joinMetadata(
  declared: DeclaredMetadata,
  found: Finding,
  guessed: readonly Doubt[],
): ArticleMetadata {
  const { about } = declared;
  const doubts = [...guessed, ...(declared.doubts ?? [])];
  return {
    ...field("title", declared, found),
    ...field("author", declared, found),
    ...field("publisher", declared, found),
    ...field("published", declared, found),
    ...field("url", declared, found),
    ...field("dateline", declared, found),
    ...(about === undefined ? {} : { about }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

type Field = "title" | "author" | "publisher" | "published" | "url" | "dateline";

function field(
  name: Field,
  declared: DeclaredMetadata,
  found: Finding,
): Partial<Record<Field, MetadataField>> {
  const value = declared[name] ?? found[name];
  const origin: MetadataOrigin = declared[name] === undefined ? "found" : "front-matter";
  return value === undefined ? {} : { [name]: { value, origin } };
}
