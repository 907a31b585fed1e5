// Word → the pair of opposites that it belongs to, and on which side of it.

import { stemVerb } from "./stems.ts";

/** Two words with the same pair and the same side tell the same; with another side, the contrary. */
export interface Pole {
  readonly pair: number;
  readonly side: 0 | 1;
}

/** Stems of words by which English news tells the one state, and those that tell its contrary. */
const PAIRS: readonly (readonly [one: string, other: string])[] = [
  [
    "rise grow increase climb gain improve soar surge jump strengthen recover rally boost rebound upturn high higher",
    "fall drop decline decrease sink shrink shrank shrunk lower plunge slump weaken worsen fracture erode crumble collapse dwindle deteriorate plummet tumble low lower crack sag break shatter",
  ],
  [
    "good decent honest kind noble do-gooder do-gooders hero idealist",
    "bad evil criminal thug thief thieves troublemaker corrupt cruel deviant villain crook brutal wicked gangster",
  ],
  ["open reopen", "close shut shutter"],
  ["safe safely harmless secure", "unsafe dangerous hazardous perilous risky harmful"],
  ["succeed success successful win victory triumph", "fail failure unsuccessful lose defeat flop"],
  ["guilty convict", "innocent acquit exonerate"],
  ["alive survive", "dead die kill"],
  [
    "true confirm genuine authentic correct",
    "false fake forge forged untrue fabricated hoax baseless",
  ],
  ["legal lawful legally", "illegal unlawful unconstitutional illegally"],
  [
    "support back favour favor endorse approve accept agree backing",
    "oppose reject refuse veto object opposition against condemn",
  ],
  ["start begin resume continue", "stop halt cease suspend cancel scrap abandon"],
  ["allow permit authorise authorize legalise legalize", "ban forbid prohibit outlaw bar"],
  ["free release", "jail imprison detain"],
  ["voluntary willing", "forced coerced involuntary"],
  ["clean drinkable", "polluted contaminated poisoned toxic dirty"],
  ["working operational", "broken idle defunct"],
  ["present attend", "absent skip"],
  ["enough adequate sufficient", "insufficient inadequate short shortage"],
  ["early", "late delay"],
  ["strong", "weak"],
  ["peaceful calm", "violent riotous"],
  ["fair", "unfair rigged"],
];
const POLES: ReadonlyMap<string, readonly Pole[]> = gatherPoles();

function gatherPoles(): ReadonlyMap<string, readonly Pole[]> {
  const poles = new Map<string, Pole[]>();
  PAIRS.forEach((sides, pair) => {
    for (const side of [0, 1] as const) {
      for (const stem of new Set(sides[side].split(" ").map(stemVerb))) {
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
