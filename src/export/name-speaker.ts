// A quote → the words that name who says it.

import type { Quote } from "../core/answer.ts";
import type { Attribution } from "../core/speech.ts";

/**
 * `Ada Roe, the mayor`; of words that came a longer way `Reuters ← Ada Roe`; for what the article itself states of a "he" or "she" whom it names elsewhere
 * `[on Ada Roe]`, else nothing. Plain text, not yet made safe.
 */
export function nameSpeaker({ attribution, refersTo }: Quote): string | undefined {
  if (attribution === undefined || attribution.manner === "statement") {
    return refersTo === undefined ? undefined : `[on ${refersTo}]`;
  }
  const { name, role } = attribution.speaker ?? {};
  const chain = nameChain(attribution);
  if (chain.length > 1) return chain.join(ARROW);
  const named = [name, role].filter((part) => part !== undefined);
  return named.length === 0 ? NOT_NAMED : named.join(", ");
}

/** Stands before whoever or whatever had the words earlier. */
export const ARROW = " ← ";

/** Those whom the words passed through, the nearest first; the speaker by the longest name known. */
function nameChain({ speaker, chain = [] }: Attribution): readonly string[] {
  return chain.map(({ words, start, end }) => {
    const isSpeaker = start === speaker?.start && end <= speaker.end;
    return (isSpeaker ? speaker.name : undefined) ?? words;
  });
}

export const NOT_NAMED = "speaker not named nearby";
