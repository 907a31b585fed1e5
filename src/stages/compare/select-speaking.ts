// Ranked sentences → those that come near enough to the question to take a position on it.

import type { Span } from "../../model/span.ts";
import type { ComparedSentence } from "./statement.ts";

/** A sentence with what orders it and how well it meets the question's words. */
export interface RankedSentence extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly rank: number;
  readonly isFitting: boolean;
  readonly coverage: number;
  readonly matches: readonly number[];
  readonly isTelling: readonly boolean[];
}

/** Shares of the best sentence's. */
const LEAST_RANK = 0.6;
const LEAST_COVERAGE = 0.55;
/** From this nearness on a word of the question is met; below the other one it is missed. */
const MET = 0.6;
const MISSED = 0.4;

/** Best first, as they come. */
export function selectSpeaking(ranked: readonly RankedSentence[]): readonly ComparedSentence[] {
  const fitting = ranked.filter(({ isFitting }) => isFitting);
  const [best] = fitting;
  if (best === undefined) return [];
  return fitting
    .filter(
      (sentence) =>
        sentence.rank >= LEAST_RANK * best.rank &&
        sentence.coverage >= LEAST_COVERAGE * best.coverage &&
        meetsWhatBestMeets(sentence, best),
    )
    .map(({ articleId, start, end, text, rank }) => ({
      articleId,
      start,
      end,
      text,
      rank: rank / best.rank,
    }));
}

/** A word that tells articles apart and that the best sentence has must not be wholly missed. */
function meetsWhatBestMeets(sentence: RankedSentence, best: RankedSentence): boolean {
  return best.matches.every(
    (match, index) =>
      match < MET || best.isTelling[index] !== true || (sentence.matches[index] ?? 0) >= MISSED,
  );
}
