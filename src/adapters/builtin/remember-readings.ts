// A reader → the same reader, that does not read its latest passages again for the same question.

import type { Reader, SentenceReading } from "../../core/ports/reader.ts";

/**
 * Keeps the last `limit` readings, the least recently used going first: an answer, what is compared beside
 * it and a question asked again read the same passages.
 */
export const rememberReadings = (reader: Reader, limit: number): Reader => {
  const kept = new Map<string, readonly SentenceReading[]>();
  return {
    ...reader,
    async read(question, passage, signal) {
      const places = passage.sentences.map(({ start, end }) => `${start}-${end}`);
      const key = [question, passage.text, ...places].join("\n");
      const known = signal?.aborted ? undefined : kept.get(key);
      const readings = known ?? (await reader.read(question, passage, signal));
      kept.delete(key);
      kept.set(key, readings);
      const oldest = kept.keys().next();
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
      return readings;
    },
  };
};
