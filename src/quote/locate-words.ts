// A folded text → its words, with their places in the text that was folded.

import type { Span } from "../core/span.ts";
import type { FoldedText } from "../text/fold-typography.ts";

/** `text` is as written but for typography; `key` is what words are compared by. */
export interface LocatedWord extends Span {
  readonly text: string;
  readonly key: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['.,][\p{L}\p{M}\p{N}]+)*|[$€£¥%]/gu;

export function locateWords(folded: FoldedText): readonly LocatedWord[] {
  return Array.from(folded.text.matchAll(WORD), ({ 0: text, index }) => ({
    text,
    key: text.toLowerCase(),
    start: folded.starts[index] ?? 0,
    end: folded.ends[index + text.length - 1] ?? 0,
  }));
}
