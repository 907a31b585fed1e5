// A sentence, its speaker and whom a question names → whether the sentence is that one's words.

import { listContentStems } from "../../text/stems.ts";

/** Verbs by which English news reports what people and papers say. */
const REPORTS =
  /\b(?:sa(?:id|ys?|ying)|told|tells?|according to|wr(?:ote|ites?|iting)|add(?:ed|s)|not(?:ed|es)|warn(?:ed|s)|argu(?:ed|es)|claim(?:ed|s)|stat(?:ed|es)|announc(?:ed|es|ing)|indicat(?:ed|es?)|show(?:s|ed|n)?|reveal(?:ed|s)?|suggest(?:ed|s)?|estimat(?:ed|es)|predict(?:ed|s)|promis(?:ed|es)|attribut(?:ed|es)|conclud(?:ed|es)|reports?|reported|credit(?:ed|s)|explain(?:ed|s)|describ(?:ed|es)|recall(?:ed|s)|recount(?:ed|s)|call(?:ed|s)|detail|envision|read)\b/iu;

/**
 * Its article says so (`speaker`), or names nobody and the sentence has the last of the names beside
 * a verb of reporting. `named` are stems, the surname or the head of the role last.
 */
export function isWordsOf(
  named: readonly string[],
  sentence: string,
  speaker: string | undefined,
): boolean {
  const last = named.at(-1);
  if (last === undefined) return false;
  if (speaker !== undefined) return listContentStems(speaker).includes(last);
  return REPORTS.test(sentence) && listContentStems(sentence).includes(last);
}
