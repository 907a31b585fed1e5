// Any text and a quoted span in it → the name that stands beside the span as its speaker's.

import { LETTER } from "../../text/words.ts";
import { attributeSpan } from "./attribute-span.ts";
import { NAME } from "./name-patterns.ts";
import { VERBS } from "./speech-verbs.ts";
import { isName, trimName } from "./trim-name.ts";

const SIGNED = new RegExp(`^\\s*(?:[—–―-]{1,2}|\\()\\s*(?<name>${NAME})`);
/** A verb of saying right before or behind: what is quoted there was said, whoever said it. */
const SPOKEN_AFTER = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?:(?:[${LETTER}’'.-]+\\s+){0,5}?)${VERBS}\\b`,
);
const SPOKEN_BEFORE = new RegExp(`\\b${VERBS}(?:\\s+[${LETTER}’'.-]+){0,4}\\s*[,:]?\\s*$`);
/** A stop right behind the closing mark: what follows is another sentence, with its own speaker. */
const STOP = /^[.!?;]\s/u;
/** How far a name may stand from its verb. */
const REACH = 300;

/**
 * The name of who says `[start, end)`, marks included, as {@link attributeSpan} finds it, before a colon
 * or as a signature. `undefined` for a mere role, and for nobody.
 */
export function findSpeaker(text: string, start: number, end: number): string | undefined {
  const signature = SIGNED.exec(text.slice(end, end + REACH))?.groups?.["name"];
  const signed = signature === undefined ? undefined : trimName(signature).name;
  if (signed !== undefined && isName(signed)) return signed;
  const last = /[.,!?…](?=["”»’]?$)/u.exec(text.slice(Math.max(start, end - 2), end))?.[0] ?? "";
  const words = `“these words${last}”`;
  const quoted = text.slice(0, start) + words + text.slice(end);
  return attributeSpan(quoted, { start, end: start + words.length }).speaker?.name;
}

/** Whether a verb of saying stands beside the span. */
export function isSpoken(text: string, start: number, end: number): boolean {
  const after = /^[\s\S]?[^“”"«»\n]*/.exec(text.slice(end, end + REACH))?.[0] ?? "";
  const before = /[^“”"«»\n]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? "";
  return (SPOKEN_AFTER.test(after) && !STOP.test(after)) || SPOKEN_BEFORE.test(before);
}
