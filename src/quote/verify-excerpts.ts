// Spans that claim to be article text → the excerpts that are.

import type { Excerpt } from "../core/answer.ts";
import type { DraftQuote } from "../core/draft.ts";
import { locateQuote, type ReadArticles } from "./locate-quote.ts";
import { mintExcerpt } from "./mint-quote.ts";

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
