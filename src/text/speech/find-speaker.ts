// Any text and a quoted span in it → the name that stands with a verb of saying beside the span.

import { LETTER } from "../latin-letters.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { BLOT, maskQuotations } from "./mask-quotations.ts";
import { NAME, NO_NAME } from "./name-patterns.ts";
import { VERBS } from "./speech-verbs.ts";

/** How far around a quotation its speaker is looked for. */
const REACH = 300;

const COLON = new RegExp(`(?:^|[.!?]\\s+)(?<name>${NAME})\\s*:\\s*$`);
const SIGNED = new RegExp(`^\\s*(?:[—–―-]{1,2}|\\()\\s*(?<name>${NAME})`);
/** A verb of saying right before or behind: what is quoted there was said, whoever said it. */
const SPOKEN_AFTER = new RegExp(
  `^[\\s,.!?…;–—-]{0,4}(?:(?:[${LETTER}’'.-]+\\s+){0,5}?)${VERBS}\\b`,
);
const SPOKEN_BEFORE = new RegExp(`\\b${VERBS}(?:\\s+[${LETTER}’'.-]+){0,4}\\s*[,:]?\\s*$`);

/** A stop right behind the closing mark: what follows is another sentence, with its own speaker. */
const STOP = /^[.!?;]\s/u;

/**
 * The name that stands beside `[start, end)`, marks included: with a verb of saying behind it or
 * before it, after "according to", before a colon, or as a signature. `undefined` when it is a
 * pronoun, a mere role, or nobody. Only the sentence around the span is read.
 */
export function findSpeaker(text: string, start: number, end: number): string | undefined {
  const [before, after] = [clipBefore(text, start), clipAfter(text, end)];
  const masked = `${before}${BLOT.repeat(2)}${after}`;
  const [from, to] = [before.length, before.length + 2];
  const mentions = findMentions(masked);
  const ended = /[.]["”’»]$/u.test(text.slice(0, end).slice(-2));
  const behind = mentions.find(
    (mention) =>
      mention.start >= to &&
      isNear(masked, to, mention.start) &&
      !(ended && leadsOn(masked, mention)),
  );
  if (behind !== undefined) return behind.name;
  const signed = nameOf(SIGNED.exec(after));
  if (signed !== undefined) return signed;
  const ahead = mentions.findLast((mention) => isAhead(masked, mention, from));
  return ahead === undefined ? nameOf(COLON.exec(before)) : ahead.name;
}

/** Whether a verb of saying stands beside the span. */
export function isSpoken(text: string, start: number, end: number): boolean {
  const after = clipAfter(text, end);
  return (
    (SPOKEN_AFTER.test(after) && !STOP.test(after)) || SPOKEN_BEFORE.test(clipBefore(text, start))
  );
}

/** After a full stop, "Nye said" and more of the sentence: it is about what follows. */
function leadsOn(masked: string, { start, end, named }: Mention): boolean {
  const isSubject = named.end < end && !/^According\b/u.test(masked.slice(start));
  return isSubject && !/^\s*\./u.test(masked.slice(end));
}

/** Nothing but signs between, and no stop that ends the sentence outside the marks. */
function isNear(masked: string, from: number, to: number): boolean {
  const between = masked.slice(from, to);
  return /^[\s,.!?…;–—\ue000-]{0,5}$/u.test(between) && !STOP.test(between);
}

/** A few words between at most: "said in a letter: ". */
function isAhead(masked: string, { end }: Mention, until: number): boolean {
  if (end > until) return end <= until + 2;
  return /^(?:\s+[\p{L}\p{M}\p{N}’'.-]+){0,8}\s*[,:]?\s*$/u.test(masked.slice(end, until));
}

/** Up to the next quotation or paragraph. */
function clipAfter(text: string, end: number): string {
  const after = text.slice(end, end + REACH);
  return /^[\s\S][^“”"«»\n]*/.exec(after)?.[0] ?? "";
}

/** From the sentence's start, the last quotation or the paragraph's start. */
function clipBefore(text: string, start: number): string {
  const before = maskQuotations(text.slice(Math.max(0, start - REACH), start));
  return before.slice(Math.max(0, lastBoundary(before))).trimStart();
}

function lastBoundary(before: string): number {
  let last = 0;
  for (const { index, 0: mark } of before.matchAll(/[\ue000\n]|(?<=\p{Ll}{2}|\d)[.!?](?=\s)/gu)) {
    last = index + mark.length;
  }
  return last;
}

function nameOf(match: RegExpExecArray | null): string | undefined {
  const words = (match?.groups?.["name"] ?? "").replace(/[’']s$/u, "").split(/\s+/);
  while (words.length > 0 && NO_NAME.test(words[0] ?? "")) words.shift();
  return words.length === 0 || words[0] === "" ? undefined : words.join(" ");
}
