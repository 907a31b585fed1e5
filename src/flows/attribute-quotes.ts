// Verified quotes and the files just read → the quotes with who says them, and whom they open with.

import type { Quote } from "../model/answer.ts";
import type { SourceText } from "../model/article.ts";
import type { Span } from "../model/span.ts";
import { attributeSpan } from "../text/speech/attribute-span.ts";
import { nameOpening } from "../text/speech/name-opening.ts";

/** A quote's text and place stay as they were minted. */
export function attributeQuotes(
  quotes: readonly Quote[],
  files: ReadonlyMap<string, SourceText>,
): readonly Quote[] {
  return quotes.map((quote) => {
    const file = files.get(quote.articleId);
    if (file === undefined) return quote;
    const attribution = attributeSpan(file.text, quote);
    const isTold = attribution.speaker !== undefined || quotes.some((one) => leadsTo(one, quote));
    const refersTo = isTold ? undefined : nameOpening(file.text, quote);
    return { ...quote, attribution, ...(refersTo !== undefined && { refersTo }) };
  });
}

/** Whether it will be told of the span who speaks it, or whom its "he" or "she" means. */
export function tellsSubject(text: string, span: Span): boolean {
  return attributeSpan(text, span).speaker !== undefined || nameOpening(text, span) !== undefined;
}

/** Code units between a quote and the one that goes on with it. */
const GAP = 2;

/** Whether it stands right before the other: who is meant there can be read in it. */
function leadsTo(before: Quote, quote: Quote): boolean {
  const between = quote.start - before.end;
  return before.articleId === quote.articleId && between >= 0 && between <= GAP;
}
