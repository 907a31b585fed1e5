// An article's metadata → the names that a reader may call it by: its title, its paper, its author.

import type { ArticleMetadata } from "./article.ts";

/** Its title, who published and wrote it, and the report that it is about: what is known, as written. */
export function listArticleNames({ title, publisher, author, about }: ArticleMetadata): string[] {
  const known = [title?.value, publisher?.value, author?.value];
  return [...known, about?.title, about?.publisher, about?.author].flatMap((name) => name || []);
}
