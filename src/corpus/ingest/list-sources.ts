// A source → everything it lists, sorted into files and what cannot be one.

import { PullquoteError } from "../../core/errors.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { ArticleSource, ListedSource } from "../../core/ports/article-source.ts";

export interface Listing {
  readonly listed: readonly ListedSource[];
  readonly skipped: readonly SkippedSource[];
}

/** @throws PullquoteError `empty-corpus`: an emptied folder must not empty the index unasked. */
export async function listSources(source: ArticleSource, signal?: AbortSignal): Promise<Listing> {
  const listed: ListedSource[] = [];
  const skipped: SkippedSource[] = [];
  for await (const entry of source.list(signal)) {
    if (entry.kind === "listed") listed.push(entry);
    else skipped.push({ id: entry.id, reason: entry.reason, detail: entry.detail });
  }
  if (listed.length === 0) {
    throw new PullquoteError({
      code: "empty-corpus",
      message: `There is no article in ${source.location}${skipped.length === 0 ? "" : ` that can be read (${skipped.length} skipped, the first: ${skipped[0]?.id}: ${skipped[0]?.detail})`}.`,
      hint: "Put .txt or .md files there, name another folder with --corpus DIR, or try: pullquote --sample",
    });
  }
  return { listed, skipped };
}
