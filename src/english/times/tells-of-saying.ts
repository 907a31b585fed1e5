// A time in a sentence → whether it tells when something was said, not when it happened.

import { VERBS } from "../speech/speech-verbs.ts";

/** "Said on Monday", "told reporters late Tuesday", "said in a letter dated 3 May". */
const SAID_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${VERBS}|(?:told|tells|warned|warns|asked|asks|reminded|assured|informed)(?: (?:the|an?|his|her|its|their))?(?: (?!(?:that|the|an?)\\b)[\\p{L}’'-]+){1,4}?)(?: (?:in|at|to|during|via|from|by|after)(?: (?!that\\b)[\\p{L}’'-]+){1,5}?)?(?: (?:on|in|late|early|dated))*\\s+$`,
  "u",
);
/** "On Monday, Ada Roe told the board that". */
const SAID_AFTER = new RegExp(
  `^,? (?:(?:the|a|an|his|her|its|their) )?(?:[\\p{L}.’'-]+,? ){1,6}?${VERBS}(?![\\p{L}])`,
  "u",
);

/** @param start,end of the time in `text` */
export function tellsOfSaying(text: string, start: number, end: number): boolean {
  if (SAID_BEFORE.test(text.slice(0, start))) return true;
  const opens = /^(?:(?:on|in|late|early)\s+)?$/iu.test(text.slice(0, start).trimStart());
  return opens && SAID_AFTER.test(text.slice(end));
}
