// A text and a span that opens with "he" or "she" → the one name that is meant, if one reading is left.

import { expandName } from "./expand-name.ts";
import { readParagraph } from "./read-paragraph.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";

const OPENING = /^[\s“"'‘(]*(?<word>he|she|his|her)(?=\s)/iu;

/** The longest form of the name that the text gives; `undefined` for another opening or in doubt. */
export function nameOpening(
  text: string,
  span: { readonly start: number; readonly end: number },
): string | undefined {
  const opening = OPENING.exec(text.slice(span.start, span.end));
  const word = opening?.groups?.["word"]?.toLowerCase();
  if (opening === null || word === undefined) return undefined;
  const paragraph = readParagraph(text, span.start);
  const end = span.start - paragraph.start + opening[0].length;
  const place = { start: end - word.length, end };
  const pronoun = word === "she" || word === "her" ? "she" : "he";
  const person = resolvePronoun(text, paragraph, { ...place, named: place, pronoun });
  return person?.name === undefined ? undefined : expandName(text, person.name, person.role).name;
}
