// Evidence of whole articles → their sentences, article by article, in order.

import type { Evidence } from "../../core/evidence.ts";
import type { Span } from "../../core/span.ts";

/** `text` is the article's at `[start, end)`. */
export interface PlainSentence extends Span {
  readonly articleId: string;
  readonly text: string;
}

export function listSentences({ passages }: Evidence): readonly PlainSentence[] {
  return passages.flatMap(({ passage }) =>
    passage.sentences.map(({ start, end }) => ({
      articleId: passage.articleId,
      start,
      end,
      text: passage.text.slice(start - passage.start, end - passage.start),
    })),
  );
}
