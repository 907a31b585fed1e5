// A sentence and a place in it → how near the words of the question stand to that place.

import type { Span } from "../../model/span.ts";
import { stemVerb } from "../../text/stem-verb.ts";
import { findWords } from "../../text/words.ts";

/** A clause's end counts as that many words. */
const CLAUSE = 3;

/** Verbs that stand for one another where a date or an amount is told. */
const ALIKE: readonly string[] = [
  "found founder establish create creator form set start begin launch organis institut incorpor commenc",
  "open launch releas premier publish debut air inaugur",
  "direct director stage",
  "write wrote author written novelist writer",
  "win won winner champion victori beat defeat",
  "lead leader head led chief",
  "own owner",
  "run manag manager oper",
  "invent inventor",
  "build built construct erect complet rebuild rebuilt",
  "bear born birth",
  "die death kill dead",
  "elect elector",
  "hurt injur wound",
  "pay salari wage earn receiv get pai payment",
  "come attend attract",
  "close shut end",
  "popul peopl inhabit resid person citizen",
  "cut reduc fall drop declin slash lower halv decreas",
];
const FAMILY: ReadonlyMap<string, number> = new Map(
  ALIKE.flatMap((family, index) =>
    family.split(" ").map((stem): [string, number] => [stem, index]),
  ),
);

/** The family of a verb's stem, or the stem itself: equal for verbs that tell the same. */
export function familyOf(stem: string): string {
  const family = FAMILY.get(stem);
  return family === undefined ? stem : `#${family}`;
}

/** What a word behind a preposition of the question counts: "in the crash". */
const SETTING = 0.4;

/** The sum, over the question's stems, of 1 through the distance in words; 0 where none stands there. */
export function measureNearness(
  text: string,
  place: Span,
  { stems, setting }: { readonly stems: readonly string[]; readonly setting: ReadonlySet<string> },
): number {
  const wanted = new Map(stems.map((stem) => [familyOf(stem), setting.has(stem) ? SETTING : 1]));
  const nearest = new Map<string, number>();
  for (const word of findWords(text)) {
    if (word.start < place.end && place.start < word.end) continue;
    for (const part of word.text.split("-")) {
      const family = familyOf(stemVerb(part));
      if (!wanted.has(family)) continue;
      const distance = countBetween(text, word, place);
      nearest.set(family, Math.min(nearest.get(family) ?? Number.POSITIVE_INFINITY, distance));
    }
  }
  return [...nearest].reduce(
    (sum, [family, distance]) => sum + (wanted.get(family) ?? 0) / distance,
    0,
  );
}

function countBetween(text: string, one: Span, other: Span): number {
  const between =
    one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start);
  const clauses = between.match(/[,;:()–—]|\b(?:and|but|while|whereas)\b/gu)?.length ?? 0;
  return 1 + findWords(between).length + CLAUSE * clauses;
}
