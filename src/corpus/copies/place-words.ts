// The parts of an article → their words with their places, as two articles are compared by.

import { maskQuotations } from "../../english/speech/mask-quotations.ts";
import { foldText, hashWord } from "./hash-runs.ts";
import type { PlacedText } from "./placed-text.ts";

export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  /** The same for the same word in other typography. */
  readonly hash: number;
  /** Outside quotation marks. */
  readonly isTold: boolean;
  readonly hasDigit: boolean;
}

/** A word with its inner apostrophes and invisible characters. */
const WORD = /[\p{L}\p{N}](?:['’‘`´\u00ad\u200b-\u200d\u2060]?[\p{L}\p{M}\p{N}])*/gu;

/** An article's prose as it is held against others: its words are placed once. */
export interface PlacedProse {
  readonly paragraphs: readonly PlacedText[];
  readonly words: readonly PlacedWord[];
}

/** `paragraphs` in the order of the article, furniture left out. */
export function placeProse(paragraphs: readonly PlacedText[]): PlacedProse {
  return { paragraphs, words: paragraphs.flatMap(placeWords) };
}

function placeWords({ start, text }: PlacedText): readonly PlacedWord[] {
  const masked = maskQuotations(text);
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    hash: hashWord(foldText(word)),
    isTold: masked[index] === text[index],
    hasDigit: /\p{Nd}/u.test(word),
  }));
}
