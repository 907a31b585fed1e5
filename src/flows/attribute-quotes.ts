// Verified quotes and the files just read → the quotes with who says them.

import type { Quote } from "../model/answer.ts";
import type { SourceText } from "../model/article.ts";
import { attributeSpan } from "../text/speech/attribute-span.ts";

/** A quote's text and place stay as they were minted. */
export function attributeQuotes(
  quotes: readonly Quote[],
  files: ReadonlyMap<string, SourceText>,
): readonly Quote[] {
  return quotes.map((quote) => {
    const file = files.get(quote.articleId);
    return file === undefined ? quote : { ...quote, attribution: attributeSpan(file.text, quote) };
  });
}
