// The prose of two articles → what one carries of the other, if that is more than words that were spoken.

import type { Reuse, SharedPassage } from "../../core/lineage.ts";
import type { Span } from "../../core/span.ts";
import { findWords } from "../../text/words.ts";
import { findSharedPassages } from "./find-shared-passages.ts";
import type { PlacedProse } from "./place-words.ts";
import type { PlacedText } from "./placed-text.ts";

/**
 * Words outside quotation marks that make a passage another's text. Two reporters may take down the
 * same words of one speaker, and may both write "did not respond to a request for comment".
 */
const LEAST_TOLD = 20;
/** A paragraph of so many words, of which this share is the other's, is taken over whole. */
const LEAST_PARAGRAPH = 12;
const MOST_OF_IT = 0.8;

/** Undefined where nothing is taken over. */
export function traceReuse(
  own: PlacedProse,
  articleId: string,
  other: PlacedProse,
): Reuse | undefined {
  const passages = findSharedPassages(own, other)
    .filter(({ told }) => told >= LEAST_TOLD)
    .map(({ told: _, ...passage }): SharedPassage => passage);
  if (passages.length === 0) return;
  const spans = passages.map((passage) => passage.own);
  return {
    articleId,
    paragraphs: own.paragraphs.filter((part) => isTakenOver(part, spans)).length,
    passages,
  };
}

function isTakenOver({ start, text }: PlacedText, spans: readonly Span[]): boolean {
  const words = findWords(text);
  const shared = words.filter((word) =>
    spans.some((span) => span.start <= start + word.start && start + word.end <= span.end),
  );
  return words.length >= LEAST_PARAGRAPH && shared.length >= words.length * MOST_OF_IT;
}
