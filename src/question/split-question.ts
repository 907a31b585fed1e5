// Question text → each thing that it asks about, its words and their stems.

import type { AskedThing } from "../core/question-intent.ts";
import { listContentStems } from "../english/stems.ts";

/** Where one thing ends and the next begins: signs, words that join or contrast, relative words. */
const JOINT =
  /[,;:?!()“”"]|\b(?:and|or|but|while|whereas|unlike|versus|vs|as well as|compared (?:to|with)|which|who|that)\b/iu;

/** Fewer stems than this say too little to be looked for alone: they go with what is beside them. */
const LEAST_STEMS = 3;

/**
 * A question about several things is searched for each of them, so that the one with the most words
 * does not take all places. One part is the whole question; every stem is in one part at least.
 */
export function splitQuestion(question: string): readonly AskedThing[] {
  const parts: { text: string; stems: Set<string> }[] = [];
  for (const clause of question.split(JOINT)) {
    const stems = listContentStems(clause);
    const last = parts.at(-1);
    if (last !== undefined && (stems.length < LEAST_STEMS || last.stems.size < LEAST_STEMS)) {
      last.text = `${last.text} ${clause.trim()}`;
      for (const stem of stems) last.stems.add(stem);
    } else if (stems.length > 0) parts.push({ text: clause.trim(), stems: new Set(stems) });
  }
  return parts;
}
