// Text → the phrases that it quotes; whether another text holds one.

import { findWords } from "../text/words.ts";
import { stemWord } from "./stems.ts";

const QUOTED = /“([^“”]+)”|"([^"]+)"|«([^«»]+)»/gu;

/** The words between quotation marks, as written; one word alone is no phrase. */
export function listQuotedPhrases(text: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map(([, curly, straight, angled]) => (curly ?? straight ?? angled ?? "").trim())
    .filter((phrase) => findWords(phrase).length > 1);
}

const stemWords = (text: string): string =>
  ` ${findWords(text)
    .flatMap((word) => word.text.split("-"))
    .map(stemWord)
    .join(" ")} `;

/** Whether the phrase's words stand in `text` side by side, stems, accents and signs aside. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return stemWords(text).includes(stemWords(phrase));
}
