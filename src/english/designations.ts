// A text → the numbered things that it names: "Article 15", "flight 313", "the B52 line".

import type { Designation } from "../core/question-intent.ts";
import { readMonth } from "./iso-date.ts";
import { carriesSubject, stemWord } from "./stems.ts";

/** "What does Article 15 bar?" → article 15; "the B52 line" → B 52; "after 3 days" counts days and names nothing. */
export function listDesignations(text: string): Designation[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}])(?:(\p{L}[\p{L}’'-]+)\s(?:[Nn]o\.?\s)?|(\p{Lu}+)-?)(\d+\p{L}?)(?![\p{L}\p{N}]|[.,]\d)/gu,
  );
  return [...found]
    .filter(([, noun]) => noun === undefined || (carriesSubject(noun) && readMonth(noun) === 0))
    .map(([, noun, code = "", number = ""]) => ({
      stem: stemWord(noun ?? code),
      number: number.toLowerCase(),
    }));
}
