// The opposites of English news: which contrary states a word tells of, and which word of a claim its quotes say the opposite of.

import { findWords } from "../text/words.ts";
import { stemVerb } from "./stems.ts";

type Sides = readonly [one: string, other: string];

/** Two sides that exclude each other. */
interface Opposites {
  /** Words that tell the one state and the other, whatever their form: any word of the same stem does. */
  readonly stems?: Sides;
  /** Words that deny each other only in these forms, and phrases with spaces as `_`. */
  readonly forms?: Sides;
}

const OPPOSITES: readonly Opposites[] = [
  {
    stems: [
      "rise grow increase climb gain improve soar surge jump strengthen recover rally boost rebound upturn high higher",
      "fall drop decline decrease sink shrink shrank shrunk lower plunge slump weaken worsen fracture erode crumble collapse dwindle deteriorate plummet tumble low lower crack sag break shatter",
    ],
    forms: [
      "rise rises rose risen rising increase increases increased increasing grow grows grew grown climbed climb climbs soared jumped surged higher gained doubled tripled up_from",
      "fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping shrink shrank shrunk plunged lower slumped sank halved cut cuts down_from",
    ],
  },
  {
    forms: [
      "more_than over above exceeding exceeded at_least",
      "less_than fewer_than under below at_most up_to",
    ],
  },
  { forms: ["before ahead_of prior_to", "after following"] },
  { forms: ["win wins won winning victory beat beats beaten", "lose loses lost losing"] },
  {
    forms: [
      "confirm confirms confirmed admit admits admitted accept accepts accepted agreed agrees approve approved approves",
      "deny denies denied reject rejects rejected refuse refuses refused dismissed declined",
    ],
  },
  {
    stems: ["open reopen", "close shut shutter"],
    forms: [
      "open opens opened opening reopened reopen",
      "close closes closed closing shut shuts shutting",
    ],
  },
  {
    stems: [
      "support back favour favor endorse approve accept agree backing",
      "oppose reject refuse veto object opposition against condemn",
    ],
    forms: [
      "support supports supported supporting backed backs favour favoured favor favored",
      "oppose opposes opposed opposing",
    ],
  },
  {
    stems: ["allow permit authorise authorize legalise legalize", "ban forbid prohibit outlaw bar"],
    forms: [
      "allow allows allowed permits permitted allowing",
      "ban bans banned forbid forbids forbade prohibits prohibited barred",
    ],
  },
  {
    forms: [
      "arrive arrives arrived arriving entered joined",
      "leave leaves left leaving departed fled quit",
    ],
  },
  { forms: ["all every always everyone both", "none never nobody no_one neither"] },
  { forms: ["most majority", "minority few"] },
  {
    stems: ["guilty convict", "innocent acquit exonerate"],
    forms: ["guilty convicted", "acquitted innocent cleared"],
  },
  {
    stems: [
      "succeed success successful win victory triumph",
      "fail failure unsuccessful lose defeat flop",
    ],
    forms: [
      "success succeeded succeed successful successfully",
      "failure failed fail unsuccessful unsuccessfully",
    ],
  },
  { forms: ["possible able likely", "impossible unable unlikely"] },
  {
    stems: ["legal lawful legally", "illegal unlawful unconstitutional illegally"],
    forms: ["legal lawful legally", "illegal unlawful illegally"],
  },
  {
    stems: ["safe safely harmless secure", "unsafe dangerous hazardous perilous risky harmful"],
    forms: ["safe", "unsafe dangerous"],
  },
  {
    forms: [
      "better improved improve improves improving",
      "worse worsened worsen worsens deteriorated",
    ],
  },
  {
    stems: ["strong", "weak"],
    forms: ["strengthened stronger strengthen", "weakened weaker weaken"],
  },
  {
    stems: ["alive survive", "dead die kill"],
    forms: ["survived survives survivors alive", "died killed dead"],
  },
  { forms: ["hurt injured wounded", "unhurt unharmed uninjured"] },
  { forms: ["upheld uphold upholds", "dismissed overturned quashed overruled"] },
  { forms: ["resume resumed resumes resumption", "suspend suspended halted paused"] },
  { forms: ["bought buys buy", "sold sells sell"] },
  { forms: ["north northern", "south southern"] },
  { forms: ["east eastern", "west western"] },
  { forms: ["men male", "women female"] },
  { forms: ["first", "last"] },
  { stems: ["early", "late delay"], forms: ["early earlier", "late later"] },
  { forms: ["largest biggest highest most", "smallest lowest least"] },
  { forms: ["with", "without"] },
  {
    stems: ["start begin resume continue", "stop halt cease suspend cancel scrap abandon"],
    forms: ["continued continues continue", "stopped stops ended halted ceased"],
  },
  { forms: ["hired recruited", "fired dismissed sacked laid_off"] },
  { forms: ["public", "private"] },
  { forms: ["import imports imported", "export exports exported"] },
  {
    stems: [
      "good decent honest kind noble do-gooder do-gooders hero idealist",
      "bad evil criminal thug thief thieves troublemaker corrupt cruel deviant villain crook brutal wicked gangster",
    ],
  },
  {
    stems: [
      "true confirm genuine authentic correct",
      "false fake forge forged untrue fabricated hoax baseless",
    ],
  },
  { stems: ["free release", "jail imprison detain"] },
  { stems: ["voluntary willing", "forced coerced involuntary"] },
  { stems: ["clean drinkable", "polluted contaminated poisoned toxic dirty"] },
  { stems: ["working operational", "broken idle defunct"] },
  { stems: ["present attend", "absent skip"] },
  { stems: ["enough adequate sufficient", "insufficient inadequate short shortage"] },
  { stems: ["peaceful calm", "violent riotous"] },
  { stems: ["fair", "unfair rigged"] },
];

/** Two words with the same pair and the same side tell the same; with another side, the contrary. */
interface Pole {
  readonly pair: number;
  readonly side: 0 | 1;
}

const POLES: ReadonlyMap<string, readonly Pole[]> = gatherPoles();

function gatherPoles(): ReadonlyMap<string, readonly Pole[]> {
  const poles = new Map<string, Pole[]>();
  OPPOSITES.forEach(({ stems }, pair) => {
    for (const side of [0, 1] as const) {
      for (const stem of new Set(stems?.[side].split(" ").map(stemVerb))) {
        poles.set(stem, [...(poles.get(stem) ?? []), { pair, side }]);
      }
    }
  });
  return poles;
}

/** By the stem that `stemVerb` gives; none for a word without a known contrary, several for "broken". */
export function listPoles(stem: string): readonly Pole[] {
  return POLES.get(stem) ?? [];
}

const FORMS: readonly { readonly one: readonly string[]; readonly other: readonly string[] }[] =
  OPPOSITES.flatMap(({ forms }) =>
    forms === undefined ? [] : [{ one: forms[0].split(" "), other: forms[1].split(" ") }],
  );

/** A word of the claim whose opposite alone stands in the quotes: what to tell the reader, or undefined. */
export function findOpposite(claim: string, quotes: readonly string[]): string | undefined {
  const stated = listForms(claim);
  const known = listForms(quotes.join(" \n "));
  for (const { one, other } of FORMS) {
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
