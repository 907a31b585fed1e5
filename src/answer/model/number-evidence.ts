// Evidence → its sentences, numbered S1, S2 … article by article, for a model to point at.

import type { Evidence, ScoredPassage } from "../../core/evidence.ts";
import type { Span } from "../../core/span.ts";
import { attributeSpan } from "../../english/speech/attribute-span.ts";
import type { NamedParty } from "../../english/speech/is-speaker.ts";

/** A sentence with the number that a model uses for it. `text` is the article's at the span. */
export interface NumberedSentence extends Span {
  readonly number: string;
  readonly articleId: string;
  readonly text: string;
  /** Who says it, then through whom it came, as far as its passage tells; none for the article's own words. */
  readonly speakers: readonly NamedParty[];
}

export interface NumberedArticle {
  readonly articleId: string;
  readonly sentences: readonly NumberedSentence[];
}

/**
 * The sentences of the best `passageCount` passages: articles by their best passage, sentences in
 * the order of the article, numbers without gaps over all of them.
 */
export function numberEvidence(
  evidence: Evidence,
  passageCount: number,
): readonly NumberedArticle[] {
  const byArticle = new Map<string, ScoredPassage[]>();
  for (const scored of evidence.passages.slice(0, passageCount)) {
    const { articleId } = scored.passage;
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), scored]);
  }
  let count = 0;
  return Array.from(byArticle, ([articleId, scored]) => ({
    articleId,
    sentences: scored
      .toSorted((one, other) => one.passage.start - other.passage.start)
      .flatMap(({ passage }) =>
        passage.sentences.map(({ start, end }) => {
          count += 1;
          const span = { start: start - passage.start, end: end - passage.start };
          const text = passage.text.slice(span.start, span.end);
          const speakers = listSpeakers(passage.text, span);
          return { number: `S${count}`, articleId, start, end, text, speakers };
        }),
      ),
  }));
}

function listSpeakers(text: string, span: Span): readonly NamedParty[] {
  const { speaker, chain = [] } = attributeSpan(text, span);
  return speaker === undefined ? [] : [speaker, ...chain.map(({ words }) => ({ role: words }))];
}
