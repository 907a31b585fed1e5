// Evidence → its passages, those that were read in the order of their best sentences, the others behind them.

import type { Evidence, ScoredPassage } from "../model/evidence.ts";

export function orderPassages({ passages, sentences }: Evidence): readonly ScoredPassage[] {
  const read = new Set(sentences.map(({ passage }) => passage));
  return [...read, ...passages.filter((one) => !read.has(one))];
}
