// Evidence → its passages, those that were read in the order of their best sentences, the others behind them.

import type { Evidence, ScoredPassage } from "../core/evidence.ts";

/** Each passage once: a passage that was read for two parts of a question is one. */
/** Those of a compound question stay in the order of its words. */
export function orderPassages({
  passages,
  sentences,
  question: { intent },
}: Evidence): readonly ScoredPassage[] {
  if (intent.isCompound) return passages;
  const ordered = new Map<string, ScoredPassage>();
  for (const scored of [...sentences.map(({ passage }) => passage), ...passages]) {
    if (!ordered.has(scored.passage.id)) ordered.set(scored.passage.id, scored);
  }
  return [...ordered.values()];
}
