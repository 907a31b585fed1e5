// A seed → invented articles, and drafts as agents write them, with quotations that are right, altered, misattributed or made up.

import { seedRandom } from "../../src/evaluate/estimate-measures.ts";

export type Label = "right" | "altered" | "misattributed" | "invented";
const LABELS: readonly Label[] = ["right", "altered", "misattributed", "invented"];

export interface LabelledDraft {
  readonly name: string;
  readonly text: string;
  /** Of its quotations, in their order. */
  readonly labels: readonly Label[];
}

interface Saying {
  readonly speaker: string;
  readonly role: string;
  readonly words: string;
}

const FIRST = "Ada|Bram|Cleo|Dirk|Edda|Falk|Gwen|Hugo|Ines|Joris|Klara|Levin".split("|");
const LAST =
  "Aldermoor|Brackwater|Cinderby|Dunfallow|Eskdale|Farrowgate|Gildenhall|Hathersea|Inglebrook|Jessamine".split(
    "|",
  );
const ROLES = "harbour master|head teacher|union secretary|fire chief|mayor|surveyor".split("|");
const VERBS = "counted|repaired|lost|insured|inspected|moved|sold|rebuilt".split("|");
const THINGS =
  "barges on the upper canal|lamps along the quay|windows of the old granary|pages of the water register|hens behind the signal box|benches in the assembly room|valves under the fountain|boats of the rowing club".split(
    "|",
  );
const TIMES =
  "before the first frost|after the long drought|during the strike of the pilots|in the week of the fair|while the bridge was closed|since the new timetable began".split(
    "|",
  );
const MADE_UP =
  "Everybody in the valley knew that the accounts had been burnt on purpose|There will be no elections here until the owls come back to the tower|Whoever signs that contract signs away the whole coast|Our grandchildren will pay for every single bottle of that wine".split(
    "|",
  );

/** The same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  const random = seedRandom(seed);
  return (below) => Math.floor(random() * below);
}

const pick = <Value>(values: readonly Value[], random: (below: number) => number): Value => {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
};

/** Each number stands in one saying alone, so that no altered one is another's by chance. */
function inventSayings(count: number, random: (below: number) => number): readonly Saying[] {
  return Array.from({ length: count }, (_, at) => ({
    speaker: `${pick(FIRST, random)} ${pick(LAST, random)}`,
    role: pick(ROLES, random),
    words: `We ${pick(VERBS, random)} ${110 + at * 3} ${pick(THINGS, random)} ${pick(TIMES, random)}, and nobody thanked us for it.`,
  }));
}

const SAYINGS_AN_ARTICLE = 5;

/** The articles by their names, and the drafts on them. */
export function inventDrafts(
  seed: number,
  articleCount: number,
  draftCount: number,
): { readonly articles: ReadonlyMap<string, string>; readonly drafts: readonly LabelledDraft[] } {
  const random = createRandom(seed);
  const sayings = inventSayings(articleCount * SAYINGS_AN_ARTICLE, random);
  const articles = new Map(
    Array.from({ length: articleCount }, (_, at) => {
      const own = sayings.slice(at * SAYINGS_AN_ARTICLE, (at + 1) * SAYINGS_AN_ARTICLE);
      const told = own.map(
        ({ speaker, role, words }) =>
          `The ${role}, ${speaker}, spoke to the assembly. "${words}" ${speaker} said.`,
      );
      const date = `2023-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
      const head = `---\ntitle: Notes of assembly ${at + 1}\npublisher: The Valley Ledger\npublished: ${date}\n---\n`;
      return [`assembly-${at + 1}.md`, `${head}\n${told.join("\n\n")}\n`];
    }),
  );
  const drafts = Array.from({ length: draftCount }, (_, at) => {
    const labels = Array.from({ length: 2 + random(4) }, () => pick(LABELS, random));
    const quotations = labels.map((label) => quote(label, sayings, random));
    return { name: `draft-${at + 1}.md`, text: `${quotations.join("\n\n")}\n`, labels };
  });
  return { articles, drafts };
}

function quote(
  label: Label,
  sayings: readonly Saying[],
  random: (below: number) => number,
): string {
  const { speaker, words } = pick(sayings, random);
  if (label === "right") return `“${words}” ${speaker} said.`;
  if (label === "altered") return `“${alter(words, random)}” ${speaker} said.`;
  if (label === "invented") return `“${pick(MADE_UP, random)}.” ${speaker} said.`;
  const others = sayings.filter((one) => one.speaker !== speaker);
  return `“${words}” ${pick(others, random).speaker} said.`;
}

/** One change of what is said: a number, a word, a negation, or what was cut in silence. */
function alter(words: string, random: (below: number) => number): string {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.replace(/\d+/, (number) => String(Number(number) + 1)),
    (text) => text.replace("nobody thanked", "everybody thanked"),
    (text) => text.replace(/^We \w+/, "We never wanted"),
    (text) => text.replace("thanked us", "ever paid us a penny"),
  ];
  return pick(changes, random)(words);
}
