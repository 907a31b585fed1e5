// The two legs' hits → one ranking with both scores visible.

import type { LegScores, ScoredPassage } from "../../model/evidence.ts";
import type { StoredPassage } from "../../model/passage.ts";

/** A passage as one leg found it. */
export interface LegFinding {
  readonly passage: StoredPassage;
  readonly legs: LegScores;
}

const LEGS = ["dense", "fullText"] as const;

/**
 * Every passage found by either leg, best first. The score is the sum of each leg's score over
 * that leg's best: on small news sets this beat both legs alone and reciprocal rank fusion, which
 * lets a weak leg spoil a strong one. A leg whose best is not above 0 says nothing. Ties stand in
 * the order of passage ids, so that the same question always gives the same order.
 */
export function fuseRankings(findings: readonly LegFinding[]): ScoredPassage[] {
  const merged = new Map<string, LegFinding>();
  for (const { passage, legs } of findings) {
    merged.set(passage.id, { passage, legs: { ...merged.get(passage.id)?.legs, ...legs } });
  }
  const found = [...merged.values()];
  const best = LEGS.map((leg) => Math.max(0, ...found.map(({ legs }) => legs[leg] ?? 0)));
  return found
    .map(({ passage, legs }) => ({ passage, legs, score: sumShares(legs, best) }))
    .sort((one, other) => other.score - one.score || compareIds(one.passage.id, other.passage.id));
}

function sumShares(legs: LegScores, best: readonly number[]): number {
  return LEGS.reduce((sum, leg, index) => {
    const top = best[index] ?? 0;
    return top > 0 ? sum + Math.max(0, legs[leg] ?? 0) / top : sum;
  }, 0);
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
