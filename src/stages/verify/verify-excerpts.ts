// Spans that claim to be article text → the excerpts that are.

import type { Excerpt } from "../../model/answer.ts";
import type { DraftQuote } from "../../model/draft.ts";
import { locateQuote, type ReadArticles } from "./locate-quote.ts";
import { mintExcerpt } from "./mint-quote.ts";

/** The excerpts of the spans that stand in their files, in order; the others are left out. */
export function verifyExcerpts(
  drafts: readonly DraftQuote[],
  articles: ReadArticles,
): readonly Excerpt[] {
  return drafts.flatMap((draft) => {
    const location = locateQuote(draft, articles);
    return location.kind === "located" ? [mintExcerpt(location.source, draft)] : [];
  });
}
