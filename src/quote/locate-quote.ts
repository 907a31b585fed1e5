// A draft quote and its article's file → the article it stands in, or the reason why it does not.

import type { RejectionReason } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { DraftQuote } from "../core/draft.ts";
import { fitsText } from "./mint-quote.ts";

/**
 * Articles as they are now, by id. `files` are their texts read just now; `digests` are the sha256
 * of the files that the spans were made from (what the index believes).
 */
export interface ReadArticles {
  readonly files: ReadonlyMap<string, SourceText>;
  readonly digests: ReadonlyMap<string, string>;
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
