// An answer's comparison → one row for each quote of each position, for tables.

import type { Answer, Quote, Source } from "../core/answer.ts";
import type { Position } from "../core/comparison.ts";

/** What a table needs of an answer. */
export type ComparedAnswer = Pick<Answer, "comparison" | "quotes" | "sources">;

export interface ComparisonRow {
  readonly position: Position;
  readonly quote: Quote;
  readonly source: Source;
}

/** In the order of the positions; none where nothing was compared. */
export function tabulateComparison({
  comparison,
  quotes,
  sources,
}: ComparedAnswer): readonly ComparisonRow[] {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const sourceOf = new Map(sources.map((source) => [source.articleId, source]));
  return (comparison?.positions ?? []).flatMap((position) =>
    position.citations.flatMap((number) => {
      const quote = quoteOf.get(number);
      const source = sourceOf.get(quote?.articleId ?? "");
      return quote === undefined || source === undefined ? [] : [{ position, quote, source }];
    }),
  );
}
