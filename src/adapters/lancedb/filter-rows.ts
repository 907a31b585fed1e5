// An article's metadata → the columns that its rows are filtered by; conditions on articles → the SQL on them.

import { type ArticleMetadata, listArticleNames } from "../../core/article.ts";
import type { ArticleConditions } from "../../core/ports/passage-store.ts";
import { listContentStems } from "../../english/stems.ts";
import { foldName } from "../../text/fold-name.ts";
import { findWords } from "../../text/words.ts";
import type { ARTICLE_TABLE, Row } from "./columns.ts";
import { matchAny, quoteLiteral } from "./tables.ts";

type ArticleRow = Row<typeof ARTICLE_TABLE>;

/** Names one a line, so that no part of a name reaches into the next: a folded name has no line end. */
const foldNames = (names: readonly (string | undefined)[]): string =>
  names.map((name) => foldName(name ?? "")).join("\n");

export function describeForFilter({
  publisher,
  author,
  published,
  about,
}: ArticleMetadata): Pick<ArticleRow, "publisher" | "author" | "published"> {
  return {
    publisher: foldNames([publisher?.value, about?.publisher]),
    author: foldNames([author?.value, about?.author]),
    published: published?.value ?? null,
  };
}

export function describeNames(
  id: string,
  metadata: ArticleMetadata,
): Pick<ArticleRow, "names" | "name_words"> {
  const names = listArticleNames(metadata).join(" ");
  const words = [...listNameWords(names), ...listContentStems(names)];
  return {
    names: foldNames([id, metadata.title?.value]),
    name_words: [...new Set(words)].join(" "),
  };
}

/** As they are searched for: folded, without what a tokenizer would part them at. */
export function listNameWords(text: string): readonly string[] {
  return findWords(text).map((word) =>
    foldName(word.text.replace(/['’]s?$/u, "")).replaceAll(/[^\p{L}\p{N}]+/gu, ""),
  );
}

/** The last of all days that begin with one: an ISO date may go on with its time. */
const endOfDay = (day: string): string => `${day}~`;

/**
 * Empty where all hold. `names` are columns of articles alone, so of passages they must have been made
 * to `ids` before.
 */
export function writeConditions(
  { ids, names, publishers, authors, since, until }: ArticleConditions,
  idColumn: "id" | "article_id",
): string {
  const contains = (column: string, parts: readonly string[] | undefined): string[] =>
    parts === undefined || parts.length === 0
      ? []
      : [
          `(${parts.map((part) => `contains(${column}, ${quoteLiteral(foldName(part))})`).join(" OR ")})`,
        ];
  return [
    ...(ids === undefined ? [] : [matchAny(idColumn, ids)]),
    ...contains("names", names),
    ...contains("publisher", publishers),
    ...contains("author", authors),
    ...(since === undefined ? [] : [`published >= ${quoteLiteral(since)}`]),
    ...(until === undefined ? [] : [`published <= ${quoteLiteral(endOfDay(until))}`]),
  ].join(" AND ");
}
