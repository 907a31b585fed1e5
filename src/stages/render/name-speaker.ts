// A quote → the words that name who says it.

import type { Quote } from "../../model/answer.ts";

/**
 * `Ada Roe, the mayor`; for what the article itself states of a "he" or "she" whom it names elsewhere
 * `[on Ada Roe]`, else nothing. Plain text, not yet made safe.
 */
export function nameSpeaker({ attribution, refersTo }: Quote): string | undefined {
  if (attribution === undefined || attribution.manner === "statement") {
    return refersTo === undefined ? undefined : `[on ${refersTo}]`;
  }
  const { name, role } = attribution.speaker ?? {};
  const named = [name, role].filter((part) => part !== undefined);
  return named.length === 0 ? NOT_NAMED : named.join(", ");
}

export const NOT_NAMED = "speaker not named nearby";
