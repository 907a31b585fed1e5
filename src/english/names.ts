// Sentence → the names in it, with where they stand.

import { findWords, type Word } from "../text/words.ts";
import { carriesSubject, foldWord } from "./stems.ts";

/** `text.slice(start, end)` is the name as written, a possessive left out. */
interface WrittenName {
  readonly start: number;
  readonly end: number;
}

const LINK = /^\s+(?:(?:of|the|de|da|di|del|la|van|von|der|bin|ibn|al|el)\s+){0,2}$/u;
const CALENDAR =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|\p{Lu}\p{Ll}+day)$/u;

/** Runs of words with capitals; days and months, and small words that open a sentence, are none. */
export function readNames(text: string): readonly WrittenName[] {
  const names: { start: number; end: number }[] = [];
  for (const word of findWords(text)) {
    if (!isNameWord(text, word)) continue;
    const last = names.at(-1);
    const end = endWithoutPossessive(word);
    if (last !== undefined && LINK.test(text.slice(last.end, word.start))) last.end = end;
    else names.push({ start: word.start, end });
  }
  return names;
}

/** The folded words of names; a lone word that opens the sentence may be any word, and is left out. */
export function listNameWords(text: string): readonly string[] {
  return readNames(text)
    .map(({ start, end }) => ({ words: findWords(text.slice(start, end)), start }))
    .filter(({ words, start }) => words.length > 1 || !opensSentence(text, start))
    .flatMap(({ words }) => words.map((word) => foldWord(word.text)));
}

function isNameWord(text: string, { start, text: word }: Word): boolean {
  if (!/^\p{Lu}/u.test(word) || CALENDAR.test(word)) return false;
  return carriesSubject(word) || !opensSentence(text, start);
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:;…“"(–—|]\s*)$/u.test(text.slice(0, start).trimEnd());
}

/** "Ruiz's" names Ruiz; "Go-Go's" keeps what only a possessive would lose nothing by. */
function endWithoutPossessive({ start, text }: Word): number {
  return start + text.replace(/['’]s?$/u, "").length;
}
