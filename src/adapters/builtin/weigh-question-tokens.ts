// The word pieces of a question → how much each counts.

import type { TextPieces } from "./word-piece-tokenizer.ts";

/**
 * The vocabulary lists its words by falling frequency from here ("the") on. By Zipf's law a
 * word's frequency falls as one over its rank, so that the logarithm of the rank stands for idf.
 */
const firstRankedId = 1996;
const lastId = 30521;

/** Digits and letters of other scripts lie before the ranked words, in order of their code points. */
const unrankedIdf = 0.5;

const rankIdf = (id: number): number =>
  id < firstRankedId
    ? unrankedIdf
    : Math.log(id - firstRankedId + 2) / Math.log(lastId - firstRankedId + 2);

/** Signs, and letters that an apostrophe cut off ("Ammar's"), say nothing by themselves. */
const isEmptyWord = (text: string): boolean => /^(?:[a-z]|[^\p{L}\p{N}]+)$/iu.test(text);

/**
 * Weights that add up to 1 (none for no tokens): the root of each token's idf. A question of nothing
 * but signs weighs them alike.
 * @param text what `pieces` were made from
 */
export const weighQuestionTokens = (text: string, pieces: TextPieces): readonly number[] => {
  const weights = pieces.ids.map((id, token) =>
    isEmptyWord(text.slice(pieces.starts[token], pieces.ends[token])) ? 0 : Math.sqrt(rankIdf(id)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
};
