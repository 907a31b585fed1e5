// The corpus's files and the user's corrections → the people, bodies and places that are named, the most named first.

import type { Entity } from "../core/listing.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Filters } from "../core/question.ts";
import { resolveNames } from "../english/entities/resolve-names.ts";
import { mergeEntities, type NamedArticle } from "./merge-entities.ts";
import { readCorpus } from "./read-corpus.ts";
import type { Corrections } from "./read-corrections.ts";

/** @throws PullquoteError of the source */
export async function listEntities(
  { filters, corrections }: { readonly filters: Filters; readonly corrections: Corrections },
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<readonly Entity[]> {
  const named: NamedArticle[] = [];
  await readCorpus(
    source,
    filters,
    ({ id, text, blocks }) => named.push({ id, mentions: resolveNames(text, blocks) }),
    { signal },
  );
  return mergeEntities(named, corrections);
}
