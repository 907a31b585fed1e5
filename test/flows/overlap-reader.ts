// Question and passage → the share of the question's words in each sentence, as a reader's logits: instant, and the same everywhere.

import type { Reader } from "../../src/ports/reader.ts";
import { listContentStems } from "../../src/text/stems.ts";

/** Logits from here to as far above zero: no word of the question, and all of them. */
const LEAST = -8;

/** @param onRead is told what was read, and may throw there. */
export function openOverlapReader(
  onRead: (question: string, text: string) => void = () => undefined,
): Reader {
  return {
    async read(question, { text, sentences }) {
      onRead(question, text);
      const asked = new Set(listContentStems(question));
      return sentences.map((span) => {
        const held = new Set(listContentStems(text.slice(span.start, span.end)));
        const shared = [...asked].filter((stem) => held.has(stem)).length;
        const logit = LEAST - (2 * LEAST * shared) / Math.max(1, asked.size);
        return { answers: logit, margin: logit, span };
      });
    },
    close: async () => undefined,
  };
}
