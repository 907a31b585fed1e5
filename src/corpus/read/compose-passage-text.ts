// A passage and what is known of its article → the text that is embedded, and the text that is searched word by word.

import { type ArticleMetadata, listArticleNames } from "../../core/article.ts";
import { nameDate } from "../../english/iso-date.ts";

/**
 * A question that names a publisher, an author or a month ("what did the Herald write in March 2016?")
 * asks first of their articles: their words count with the passage's, no more than other words do.
 * @param published ISO 8601, where it is known
 */
export function composeHeading(names: readonly string[], published: string | undefined): string {
  return [...names, ...(published === undefined ? [] : [nameDate(published)])].join("\n");
}

/** A headline has fewer; a title that is a whole sentence would be embedded again with every passage. */
const TITLE_WORDS = 16;

/**
 * What stands before each passage of an article: its title as a sentence, the first words of a long one; it
 * says what "he" and "the group" are about. Changing this changes every vector: raise `SCHEMA_VERSION` with it.
 */
export function composeTitle(title: string | undefined): string {
  const words = (title ?? "").trim().split(/\s+/).slice(0, TITLE_WORDS).join(" ");
  return words === "" ? "" : /[.?!]["”’)]?$/.test(words) ? `${words} ` : `${words}. `;
}

/** What full-text search reads: a question may name the publisher, the author or the day. */
export function composeSearchableText(metadata: ArticleMetadata, passageText: string): string {
  const heading = composeHeading(listArticleNames(metadata), metadata.published?.value);
  return heading === "" ? passageText : `${heading}\n${passageText}`;
}
