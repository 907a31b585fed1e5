// Word → its stem, the same for all forms of an irregular verb; text → the stems that carry its subject.

import { stem } from "porter2";
import { findWords } from "../text/words.ts";

/** Lower case, accents off, possessive off: "Résumé’s" → "resume", "U.S" → "us". */
export function foldWord(word: string): string {
  const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
  return plain.replace(/'s?$/, "").replaceAll(/['.,]/g, "");
}

/** English stem of a word (Porter2, snowballstem.org), folded first. */
export function stemWord(word: string): string {
  return stem(foldWord(word));
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all also am an and another any anybody anyone " +
    "anything are arent as at be became because become becomes becoming been before being " +
    "below between both but by came can cannot cant come could couldnt did didnt do does " +
    "doesnt doing done dont down during each either else ever every far few for from further " +
    "get gets getting give given gives go goes going gone got had happen happened happening " +
    "happens has have having he her here hers herself him himself his how i if in into is " +
    "isnt it its itself just kind least less let lets like long made make makes making many " +
    "may me mean means meant might more most much must my myself neither no nor not now of " +
    "off often on once one only onto or other others ought our ours ourselves out over own " +
    "per please quite rather s said same say saying says she should since so some somebody " +
    "someone something sort still such t take takes tell tells than that the their theirs " +
    "them themselves then there there's theres these they thing things this those though " +
    "through thus to told too toward towards under unless until up upon us very was wasnt " +
    "way we well went were what whatever whats when where wheres whether which while who " +
    "whom whos whose why will with within without wont would yet you your yours yourself"
  ).split(" "),
);

/** Whether a folded word carries grammar rather than a subject. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}

/** Words seen lately with their stems, "" for grammar: a search reads tens of thousands of words. */
const SUBJECT_STEMS = new Map<string, string>();
const MOST_KEPT = 50_000;

/** Stems of the words that carry the subject, in order, repeats kept; "pay-cut" gives two. */
export function listContentStems(text: string): string[] {
  return findWords(text)
    .flatMap((word) => word.text.split("-"))
    .map(stemSubject)
    .filter((stemmed) => stemmed !== "");
}

function stemSubject(word: string): string {
  const kept = SUBJECT_STEMS.get(word);
  if (kept !== undefined) return kept;
  const stemmed = carriesSubject(word) ? stemWord(word) : "";
  if (SUBJECT_STEMS.size >= MOST_KEPT) SUBJECT_STEMS.clear();
  SUBJECT_STEMS.set(word, stemmed);
  return stemmed;
}

/** Whether a word as written says what a text is about: no grammar word, but "US" and "IT" are. */
export function carriesSubject(word: string): boolean {
  const folded = foldWord(word);
  return folded !== "" && (!isStopWord(folded) || isAcronym(word));
}

/** "US", "IT", "U.S": capitals that a lower-cased stop word would swallow. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}.]+$/u.test(word) && word.length > 1;
}

/** Present form, then the others. */
const IRREGULAR = `become became; begin began begun; break broke broken; bring brought; build built; buy bought; catch caught;
choose chose chosen; come came; cut; deal dealt; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hear heard; hide hid hidden; hold held;
keep kept; know knew known; lead led; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid; ride rode ridden;
ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot;
show shown; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen;
strike struck; swear swore sworn; swim swam swum; take took taken; teach taught; tell told; think thought; throw threw thrown;
understand understood; wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written`;

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(/;\s+/).flatMap((family) => {
    const [base = "", ...forms] = family.split(/\s+/);
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/** "Broke", "broken" and "breaks" have one stem. */
export function stemVerb(word: string): string {
  return stemWord(BASES.get(foldWord(word)) ?? word);
}
