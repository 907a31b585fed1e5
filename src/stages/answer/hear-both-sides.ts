// The sentences chosen for a comparison → with one on each side.

import { measureContainment } from "../../text/similarity.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";

/** Least share of the best rank for the only sentence on one side of a comparison. */
const SIDE_SHARE = 0.6;
/** What the words that it shares with the other side's count for beside its rank. */
const ALIKE_SHARE = 0.5;

export interface Sides {
  /** Stems that one side has alone: its name, or what is told of it. */
  readonly sides: readonly (readonly string[])[];
  readonly publishers: RankingQuestion["publishers"];
}

/**
 * Where no chosen sentence names a side, or is its publisher's, the best one that does: of those the one that tells
 * most of what the other side's tells.
 */
export function hearBothSides(
  chosen: readonly Candidate[],
  fitting: readonly Candidate[],
  { sides, publishers }: Sides,
): readonly Candidate[] {
  const top = chosen[0]?.rank ?? 0;
  const heard = [...chosen];
  for (const side of sides) {
    const isOn = ({ stems, articleId }: Candidate): boolean =>
      side.some((stem) => stems.has(stem) || publishers.get(articleId)?.has(stem) === true);
    if (heard.some(isOn)) continue;
    const likeness = (candidate: Candidate): number =>
      Math.max(...heard.map(({ stems }) => measureContainment(candidate.stems, stems)));
    const [missing] = fitting
      .filter((candidate) => isOn(candidate) && !heard.includes(candidate))
      .filter(({ rank }) => rank >= top * SIDE_SHARE)
      .map((candidate) => ({
        candidate,
        value: candidate.rank + ALIKE_SHARE * likeness(candidate),
      }))
      .sort((one, other) => other.value - one.value);
    if (missing !== undefined) heard.push(missing.candidate);
  }
  return heard;
}
