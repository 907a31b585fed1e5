// Scored sentences → the few that are shown: the best, and what adds to it.

import type { Evidence, EvidenceSentence } from "../../model/evidence.ts";
import { listContentStems } from "../../text/stems.ts";
import { measureContainment } from "../../text/similarity.ts";

/** Sentences shown at most. */
const MOST = 3;
/** Least probability of a further sentence, and its least share of the best one's odds. */
const LEAST = 0.3;
const LEAST_SHARE = 0.5;

export function selectSentences({ sentences }: Evidence): readonly EvidenceSentence[] {
  const [best, ...others] = sentences;
  if (best === undefined) return [];
  const chosen = [best];
  for (const one of others) {
    if (chosen.length >= MOST) break;
    if (one.probability < LEAST || one.probability < best.probability * LEAST_SHARE) break;
    if (!chosen.some((known) => saysTheSame(known, one))) chosen.push(one);
  }
  return chosen;
}

function saysTheSame(one: EvidenceSentence, other: EvidenceSentence): boolean {
  if (one.text === other.text) return true;
  const [left, right] = [one, other].map(({ text }) => new Set(listContentStems(text)));
  return left !== undefined && right !== undefined && measureContainment(left, right) > 0.9;
}
