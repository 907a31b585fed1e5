// The opposites of English news: which contrary states a word tells of, and which word of a claim its quotes say the opposite of.

import { findWords } from "../text/words.ts";
import { stemVerb } from "./stems.ts";

/**
 * Two sides that exclude each other, a pair a line; any word of the same stem tells the same. What stands behind
 * a semicolon tells a state, but may stand beside its contrary.
 */
const STATES = `rise grow increase climb soar surge jump higher gain triple; improve strengthen recover rally boost rebound upturn high | fall decrease decline drop shrink plunge lower slump sink halve cut; weaken worsen fracture erode crumble collapse dwindle deteriorate plummet tumble low crack sag break shatter
open reopen | close shut; shutter
support back favour favor; endorse approve accept agree | oppose; reject refuse veto object opposition against condemn
allow permit; authorise authorize legalise legalize | ban forbid prohibit bar; outlaw
guilty convict | acquit innocent; exonerate
success succeed successful; win victory triumph | failure fail unsuccessful; lose defeat flop
legal lawful legally | illegal unlawful illegally; unconstitutional
safe; safely harmless secure | unsafe dangerous; hazardous perilous risky harmful
strong | weak
alive survive | dead die kill
early earlier | late later; delay
continue; start begin resume | stop halt cease; suspend cancel scrap abandon
good decent honest kind noble do-gooder hero idealist | bad evil criminal thug thief thieves troublemaker corrupt cruel deviant villain crook brutal wicked gangster
true confirm genuine authentic correct | false fake forge untrue fabricated hoax baseless
free release | jail imprison detain
voluntary willing | forced coerced involuntary
clean drinkable | polluted contaminated poisoned toxic dirty
working operational | broken idle defunct
present attend | absent skip
enough adequate sufficient | insufficient inadequate short shortage
peaceful calm | violent riotous
fair | unfair rigged`;
/** Words that deny each other in a claim and its quote, and say nothing alone; phrases with spaces as \`_\`. */
const CONTRARIES = `more_than over above exceeding exceeded at_least | less_than fewer_than under below at_most up_to
up_from | down_from
win victory beat | lose
resume resumption | suspend halt pause
before ahead_of prior_to | after following
confirm admit accept agree approve | deny reject refuse dismiss decline
arrive enter join | leave depart flee quit
all every always everyone both | none never nobody no_one neither
most majority | minority few
possible able likely | impossible unable unlikely
better improve | worse worsen deteriorate
stronger strengthen | weaker weaken
hurt injured wounded | unhurt unharmed uninjured
uphold upheld | dismiss overturn quash overrule
buy | sell
north northern | south southern
east eastern | west western
men male | women female
first | last
largest biggest highest most | smallest lowest least
with | without
hire recruit | fire dismiss sack laid_off
public | private
import | export`;

type Sides = readonly [one: readonly string[], other: readonly string[]];

const readPairs = (table: string): readonly Sides[] =>
  table.split("\n").map((line) => {
    const [one = [], other = []] = line.split(" | ").map((side) => side.split(/;? /).map(stemVerb));
    return [one, other];
  });

const PAIRS = readPairs(STATES);

/** Two words with the same pair and the same side tell the same; with another side, the contrary. */
interface Pole {
  readonly pair: number;
  readonly side: 0 | 1;
}

/** By the stem that `stemVerb` gives; none for a word without a known contrary, several for "broken". */
export function listPoles(stem: string): readonly Pole[] {
  return POLES.get(stem) ?? [];
}

const POLES: ReadonlyMap<string, readonly Pole[]> = gatherPoles();

function gatherPoles(): ReadonlyMap<string, readonly Pole[]> {
  const poles = new Map<string, Pole[]>();
  PAIRS.forEach((sides, pair) => {
    for (const side of [0, 1] as const) {
      for (const stem of new Set(sides[side])) {
        poles.set(stem, [...(poles.get(stem) ?? []), { pair, side }]);
      }
    }
  });
  return poles;
}

const FORMS = readPairs(`${STATES.replaceAll(/;[^|\n]*(?= \||\n)/g, "")}\n${CONTRARIES}`);

/** A word of the claim whose opposite alone stands in the quotes: what to tell the reader, or undefined. */
export function findOpposite(claim: string, quotes: readonly string[]): string | undefined {
  const stated = listForms(claim);
  const known = listForms(quotes.join(" \n "));
  for (const [one, other] of FORMS) {
    const word = loneSide(stated, known, one, other) ?? loneSide(stated, known, other, one);
    if (word !== undefined) return `“${word}” is the opposite of what its quotes say.`;
  }
  return;
}

/** The claim's word of `side` when the claim has only this side, the evidence only the other one. */
function loneSide(
  stated: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
  side: readonly string[],
  opposite: readonly string[],
): string | undefined {
  if (!opposite.some((form) => known.has(form)) || side.some((form) => known.has(form))) return;
  if (opposite.some((form) => stated.has(form))) return;
  return stated.get(side.find((form) => stated.has(form)) ?? "");
}

/** "No fewer than 5" is a bound, for the numbers' check; "not injured" is the opposite of "injured". */
const BOUND = /\bnot? \p{L}+ than\b|\bnot (?:injured|hurt)\b/giu;

/** By stem as written, words and pairs of words; the latter joined by `_`. */
function listForms(text: string): ReadonlyMap<string, string> {
  const words = findWords(text.replaceAll(BOUND, " ")).flatMap((word) =>
    word.text.toLowerCase().split("-"),
  );
  const pairs = words.map((word, index) => `${word}_${words[index + 1] ?? ""}`);
  return new Map(
    [...words, ...pairs].map((form) => [stemVerb(form), form.replace("_", " ")] as const),
  );
}
