// A comparison and the articles → the same, with one quote for what copies say together.

import type { DraftComparison } from "../../core/comparison.ts";
import type { DraftQuote } from "../../core/draft.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import { listCopiesOf } from "./judge-copy.ts";
import { toTraced } from "./to-traced.ts";

/**
 * Copies that take the same position are one voice: one that is `cited` above speaks, else the first of
 * them. Other positions keep theirs.
 */
export function dropCopiedQuotes(
  { verdict, positions }: DraftComparison,
  articles: ReadonlyMap<string, ArticleRecord>,
  cited: ReadonlySet<string>,
): DraftComparison {
  return {
    verdict,
    positions: positions.map((position) => ({
      ...position,
      quotes: keepOriginals(position.quotes, articles, cited),
    })),
  };
}

function keepOriginals(
  quotes: readonly DraftQuote[],
  articles: ReadonlyMap<string, ArticleRecord>,
  cited: ReadonlySet<string>,
): readonly DraftQuote[] {
  const found = [...new Set(quotes.map(({ articleId }) => articleId))];
  const ids = found.toSorted((one, other) => Number(cited.has(other)) - Number(cited.has(one)));
  const traced = ids.flatMap((id) => toTraced(articles.get(id)) ?? []);
  const copied = new Set(
    traced.flatMap((article, place) =>
      listCopiesOf(article, traced.slice(0, place)).length > 0 ? [article.id] : [],
    ),
  );
  return quotes.filter(({ articleId }) => !copied.has(articleId));
}
