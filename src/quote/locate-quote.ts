// Spans that claim to be article text → where they stand in the article's file, or why they do not; and the excerpts that do.

import type { Excerpt, RejectionReason } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { DraftQuote } from "../core/draft.ts";
import { fitsText, mintExcerpt } from "./mint-quote.ts";

/**
 * Articles as they are now, by id. `files` are their texts read just now; `digests` are the sha256
 * of the files that the spans were made from (what the index believes).
 */
export interface ReadArticles {
  readonly files: ReadonlyMap<string, SourceText>;
  readonly digests: Pick<ReadonlyMap<string, string>, "get">;
}

export type Location =
  | { readonly kind: "located"; readonly source: SourceText }
  | { readonly kind: "rejected"; readonly reason: RejectionReason };

/**
 * Compares a draft quote with its article's file, code unit by code unit, at the place it names and
 * at no other. The file's digest is compared first: a span into another version of a file is no
 * span into this one, even where the words happen to agree.
 */
export function locateQuote(draft: DraftQuote, articles: ReadArticles): Location {
  const source = articles.files.get(draft.articleId);
  const digest = articles.digests.get(draft.articleId);
  if (source?.id !== draft.articleId || digest === undefined) return rejected("unknown-article");
  if (source.sha256 !== digest) return rejected("changed-source");
  if (draft.text.trim() === "") return rejected("empty");
  if (draft.start < 0 || draft.end > source.text.length) return rejected("outside-article");
  if (!fitsText(source.text, draft)) return rejected("not-verbatim");
  if (source.text.slice(draft.start, draft.end) !== draft.text) return rejected("not-verbatim");
  return { kind: "located", source };
}

function rejected(reason: RejectionReason): Location {
  return { kind: "rejected", reason };
}

/** The excerpt of a span that stands in its file, else `undefined` (changed, gone, or not verbatim). */
export function verifyExcerpt(draft: DraftQuote, articles: ReadArticles): Excerpt | undefined {
  const location = locateQuote(draft, articles);
  return location.kind === "located" ? mintExcerpt(location.source, draft) : undefined;
}

/** {@link verifyExcerpt} of each, in order, without those that do not stand. */
export function verifyExcerpts(
  drafts: readonly DraftQuote[],
  articles: ReadArticles,
): readonly Excerpt[] {
  return drafts
    .map((draft) => verifyExcerpt(draft, articles))
    .filter((excerpt) => excerpt !== undefined);
}
