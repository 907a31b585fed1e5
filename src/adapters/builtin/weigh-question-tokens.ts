// The token ids of a question → how much each counts.

/**
 * The vocabulary lists its words by falling frequency from here ("the") on. By Zipf's law a
 * word's frequency falls as one over its rank, so that the logarithm of the rank stands for idf.
 */
const firstRankedId = 1996;
const lastId = 30521;

const rankIdf = (id: number): number =>
  id < firstRankedId ? 0 : Math.log(id - firstRankedId + 2) / Math.log(lastId - firstRankedId + 2);

/** Weights that add up to 1 (none for no tokens): the root of each token's idf. */
export const weighQuestionTokens = (ids: readonly number[]): readonly number[] => {
  const weights = ids.map((id) => Math.sqrt(rankIdf(id)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
};
