// Scored sentences → the few that are shown: the best, and what adds to it.

import type { Evidence, EvidenceSentence } from "../../core/evidence.ts";
import { foldTypography } from "../../text/fold-typography.ts";

/**
 * Chosen by `bench/fit-mixture.ts`: how many sentences are shown at most, and how likely a further one must
 * be to answer, by itself and beside the best. Where all items are wanted, a wrong one costs less than a
 * missing one.
 */
const ROOM = {
  one: { most: 4, least: 0.06, share: 0.3 },
  all: { most: 14, least: 0.03, share: 0.04 },
} as const;

/** Best first; none twice. */
export function selectSentences({
  sentences,
  question: { intent },
}: Evidence): readonly EvidenceSentence[] {
  const [best] = sentences;
  if (best === undefined) return [];
  const chosen = [best];
  const { most, least, share } = intent.wantsAll ? ROOM.all : ROOM.one;
  for (const one of sentences) {
    if (chosen.length >= most) break;
    if (one.probability < Math.max(least, share * best.probability)) break;
    if (!chosen.some((known) => addsNothing(one, known))) chosen.push(one);
  }
  return chosen;
}

/** The same sentence in another article, or the same answer in the same article. */
function addsNothing(one: EvidenceSentence, known: EvidenceSentence): boolean {
  if (one === known || fold(one.text) === fold(known.text)) return true;
  return one.articleId === known.articleId && readAnswer(one) === readAnswer(known);
}

function readAnswer({ text, start, answer }: EvidenceSentence): string {
  return fold(text.slice(answer.start - start, answer.end - start));
}

function fold(text: string): string {
  return foldTypography(text).text.toLowerCase();
}
