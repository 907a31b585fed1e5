// A model's claim and the numbered sentences → the quotes that it points at.

import type { DraftQuote } from "../../core/draft.ts";
import { listHedges } from "../../english/hedges.ts";
import { readPolarity } from "../../english/negations.ts";
import { findWords } from "../../text/words.ts";
import type { NumberedSentence } from "./number-evidence.ts";
import type { ReplyClaim } from "./reply-claim.ts";

/** A part shorter than this says too little to be quoted alone. */
const LEAST_PART_WORDS = 4;
const MOST_QUOTES = 4;

/** Numbers that were never sent point at nothing. In the model's order, without repeats. */
export function quoteSentences(
  claim: ReplyClaim,
  sentences: ReadonlyMap<string, NumberedSentence>,
): readonly DraftQuote[] {
  return claim.numbers
    .flatMap((number) => sentences.get(number) ?? [])
    .slice(0, MOST_QUOTES)
    .map((sentence) => quotePart(sentence, claim.words) ?? quoteWhole(sentence));
}

/** The whole sentence as a quote. */
function quoteWhole({ articleId, start, end, text }: NumberedSentence): DraftQuote {
  return { articleId, start, end, text };
}

/**
 * The part of the sentence that has these words. Undefined when it is not there as written, or when
 * what would be left out denies or hedges something: then the whole sentence has to stand.
 */
function quotePart(sentence: NumberedSentence, words: string | undefined): DraftQuote | undefined {
  if (words === undefined || findWords(words).length < LEAST_PART_WORDS) return;
  const at = sentence.text.indexOf(words);
  if (at < 0 || at !== sentence.text.lastIndexOf(words)) return;
  const [before, after] = [sentence.text.slice(0, at), sentence.text.slice(at + words.length)];
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return;
  if ([before, after].some(turnsMeaning)) return;
  const start = sentence.start + at;
  return { articleId: sentence.articleId, start, end: start + words.length, text: words };
}

function turnsMeaning(rest: string): boolean {
  return readPolarity(rest).negations.length > 0 || listHedges(rest).length > 0;
}
