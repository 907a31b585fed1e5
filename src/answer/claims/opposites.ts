// Claim and evidence → a word of the claim whose opposite alone stands in the evidence.

import { findWords } from "../../text/words.ts";

/** Two sides that exclude each other; each a list of word forms, or a phrase with spaces as `_`. */
const PAIRS: readonly (readonly [one: string, other: string])[] = [
  [
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown climbed climb climbs soared jumped surged higher gained doubled tripled up_from",
    "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping shrink shrank shrunk plunged lower slumped sank halved cut cuts down_from",
  ],
  [
    "more_than over above exceeding exceeded at_least",
    "less_than fewer_than under below at_most up_to",
  ],
  ["before ahead_of prior_to", "after following"],
  ["win wins won winning victory beat beats beaten", "lose loses lost losing"],
  [
    "confirm confirms confirmed admit admits admitted accept accepts accepted agreed agrees approve approved approves",
    "deny denies denied reject rejects rejected refuse refuses refused dismissed declined",
  ],
  ["open opens opened opening reopened reopen", "close closes closed closing shut shuts shutting"],
  [
    "support supports supported supporting backed backs favour favoured favor favored",
    "oppose opposes opposed opposing",
  ],
  [
    "allow allows allowed permits permitted allowing",
    "ban bans banned forbid forbids forbade prohibits prohibited barred",
  ],
  [
    "arrive arrives arrived arriving entered joined",
    "leave leaves left leaving departed fled quit",
  ],
  ["all every always everyone both", "none never nobody no_one neither"],
  ["most majority", "minority few"],
  ["guilty convicted", "acquitted innocent cleared"],
  [
    "success succeeded succeed successful successfully",
    "failure failed fail unsuccessful unsuccessfully",
  ],
  ["possible able likely", "impossible unable unlikely"],
  ["legal lawful legally", "illegal unlawful illegally"],
  ["safe", "unsafe dangerous"],
  ["better improved improve improves improving", "worse worsened worsen worsens deteriorated"],
  ["strengthened stronger strengthen", "weakened weaker weaken"],
  ["survived survives survivors alive", "died killed dead"],
  ["hurt injured wounded", "unhurt unharmed uninjured"],
  ["upheld uphold upholds", "dismissed overturned quashed overruled"],
  ["resume resumed resumes resumption", "suspend suspended halted paused"],
  ["bought buys buy", "sold sells sell"],
  ["north northern", "south southern"],
  ["east eastern", "west western"],
  ["men male", "women female"],
  ["first", "last"],
  ["early earlier", "late later"],
  ["largest biggest highest most", "smallest lowest least"],
  ["with", "without"],
  ["continued continues continue", "stopped stops ended halted ceased"],
  ["hired recruited", "fired dismissed sacked laid_off"],
  ["public", "private"],
  ["import imports imported", "export exports exported"],
];

interface Sides {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

const SIDES: readonly Sides[] = PAIRS.map(([one, other]) => ({
  one: one.split(" "),
  other: other.split(" "),
}));

/** What to tell the reader, or undefined when no opposite was found. */
export function findOpposite(claim: string, quotes: readonly string[]): string | undefined {
  const stated = listForms(claim);
  const known = listForms(quotes.join(" \n "));
  for (const { one, other } of SIDES) {
    const word = loneSide(stated, known, one, other) ?? loneSide(stated, known, other, one);
    if (word !== undefined) return `“${word}” is the opposite of what its quotes say.`;
  }
  return;
}

/** The claim's word of `side` when the claim has only this side, the evidence only the other one. */
function loneSide(
  stated: ReadonlySet<string>,
  known: ReadonlySet<string>,
  side: readonly string[],
  opposite: readonly string[],
): string | undefined {
  if (!opposite.some((form) => known.has(form)) || side.some((form) => known.has(form))) return;
  if (opposite.some((form) => stated.has(form))) return;
  return side.find((form) => stated.has(form))?.replaceAll("_", " ");
}

/** "No fewer than 5" is a bound, for the numbers' check; "not injured" is the opposite of "injured". */
const BOUND = /\bnot? \p{L}+ than\b|\bnot (?:injured|hurt)\b/giu;

/** Words, and pairs of words joined by `_`, in lower case. */
function listForms(text: string): ReadonlySet<string> {
  const words = findWords(text.replaceAll(BOUND, " ")).flatMap((word) =>
    word.text.toLowerCase().split("-"),
  );
  const pairs = words.map((word, index) => `${word}_${words[index + 1] ?? ""}`);
  return new Set([...words, ...pairs]);
}
