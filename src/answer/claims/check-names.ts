// Claim and evidence → the first name in the claim that its evidence does not have.

import { foldWord, isStopWord } from "../../english/stems.ts";
import { findWords, type Word } from "../../text/words.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";
import { isCommonOpening } from "./common-openings.ts";
import { sameName } from "./same-name.ts";

const DATE_WORD =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const TITLE =
  /^(mr|mrs|ms|dr|prof|gen|maj|lt|col|capt|sgt|sen|rep|gov|rev|sir|st|president|minister|general|major|colonel|captain|professor|doctor|senator|mayor|king|queen|prince|pope|prime|chief|judge)$/;
const SENTENCE_END = /[.!?:][”"’')\]]*\s+["“‘'(]*$/;

/** Every capitalised word that is no mere opening of a sentence must occur in the evidence. */
export function checkNames(claim: string, evidence: ClaimEvidence): ClaimFinding | undefined {
  const texts = [...evidence.quotes, ...evidence.context];
  const known = texts.flatMap((text) => findWords(text).flatMap(splitName));
  const initials = texts.flatMap(listInitials);
  const words = findWords(claim);
  const missing = words.find((word, index) => {
    if (!isName(claim, words, index)) return false;
    return !splitName(word).every((part) => sameName(part, known, initials));
  });
  if (missing === undefined) return;
  return { reason: "name", detail: `The name “${missing.text}” is in none of its quotes.` };
}

/** The capitalised parts of a word: "Franco-German" has two, "anti-Western" has one. */
function splitName(word: Word): string[] {
  return word.text.split(/[-–]/);
}

/** Initials of each run of capitalised words: "World Health Organization" → "who". */
function listInitials(text: string): string[] {
  const runs = text.match(
    /\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:of|the|and|for|in)\s+)*\p{Lu}[\p{L}.'’-]*)+/gu,
  );
  return (runs ?? []).flatMap((run) => {
    const parts = run.split(/\s+/);
    const capitals = parts.filter((part) => /^\p{Lu}/u.test(part));
    return [parts, capitals].map((list) =>
      list
        .map((part) => part.charAt(0))
        .join("")
        .toLowerCase(),
    );
  });
}

function isName(claim: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !splitName(word).some((part) => /^\p{Lu}/u.test(part))) return false;
  const folded = foldWord(word.text);
  if (DATE_WORD.test(folded) || TITLE.test(folded)) return false;
  if (!opensSentence(claim, word)) return !(isStopWord(folded) && !/^\p{Lu}{2}/u.test(word.text));
  if (/^\p{Lu}[\p{Lu}.]+$/u.test(word.text)) return true;
  if (isStopWord(folded)) return false;
  const parts = folded.split("-");
  if (parts.length > 1) return !parts.every((part) => isCommonOpening(part, []));
  return !isCommonOpening(folded, followers(claim, words, index));
}

function opensSentence(claim: string, word: Word): boolean {
  const before = claim.slice(0, word.start);
  return /^[^\p{L}\p{N}]*$/u.test(before) || SENTENCE_END.test(before);
}

/** The two words behind it as written, as long as only a space stands before each. */
function followers(claim: string, words: readonly Word[], index: number): readonly string[] {
  const [word, next, further] = [words[index], words[index + 1], words[index + 2]];
  if (word === undefined || next === undefined) return [];
  if (claim.slice(word.end, next.start).trim() !== "") return [];
  return further === undefined ? [next.text] : [next.text, further.text];
}
