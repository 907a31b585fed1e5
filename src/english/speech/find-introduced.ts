// A paragraph without its quotations → who is the subject of a clause that ends in a colon before one.
// "Her colleague Ada Roe was less patient: “…”" → Ada Roe

import { LETTER } from "../../text/latin-letters.ts";
import { BLOT } from "./mask-quotations.ts";
import { NAMED } from "./name-patterns.ts";
import { type Named, readNamed } from "./read-named.ts";

const INTRODUCED = new RegExp(
  `(?<=^|[.!?]\\s|${BLOT}\\s)(?:[^,.;:!?${BLOT}]{3,40},\\s)?${NAMED}(?![${LETTER}’'])(?<rest>(?:[^.;:!?${BLOT}]|(?<=\\d)[.](?=\\d)){0,100}):\\s?(?=${BLOT})`,
  "gu",
);
const OPENING = /^[^,.;:!?]{3,40},\s/u;
/** Another subject; and what is read, seen or heard before a colon has words of its own. */
const OTHERS =
  /^\s(?:he|she|they|we|it|I)\s|\b(?:signs?|notice|banners?|posters?|placards?|plaque|messages?|texts?|notes?|headlines?|slogan|motto|inscription|poem|verse|songs?|lyrics|caption|label|words|rule|question|title|called|named|entitled|with|reads?|reading)\b[^:]{0,40}$/iu;

/** A subject and the clause that introduces what follows; offsets are of the text. */
interface Introduced {
  readonly read: Named;
  readonly start: number;
  readonly end: number;
}

/** @param told what else in the text speaks, and where. */
export function findIntroduced(
  masked: string,
  told: readonly { readonly start: number; readonly end: number }[],
): readonly Introduced[] {
  return Array.from(masked.matchAll(INTRODUCED)).flatMap((match) => {
    const { rest = "" } = match.groups ?? {};
    const read = readNamed(match);
    const [start, end] = [match.index, match.index + match[0].length];
    const isTold = told.some((other) => other.start < end && start < other.end);
    const isLabel = rest.trim() === "" && start === 0;
    if (read === undefined || isTold || isLabel || OTHERS.test(rest)) return [];
    // "To Roe he has this to say": a name that lost its first words is no subject.
    if (read.role === undefined && !match[0].replace(OPENING, "").startsWith(read.words)) return [];
    return [{ read, start, end }];
  });
}
