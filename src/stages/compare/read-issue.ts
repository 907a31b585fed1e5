// Question → the point on which statements can agree or differ, if it has one.

import { readMeasure, readPeriod } from "../../text/measures.ts";
import { findNames } from "../../text/question-words.ts";
import { stemVerb } from "../../text/stem-verb.ts";
import { carriesSubject, foldWord, stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import { type IssueKind, readKinds } from "./read-kinds.ts";

export interface Issue {
  /** The kinds to look for, the likeliest first. */
  readonly kinds: readonly IssueKind[];
  /** Stem of what is counted, or of the kind of thing asked for. */
  readonly noun?: string;
  /** Dimensions of the amount that is asked for; any when absent. */
  readonly dimensions?: readonly string[];
  readonly isMoney: boolean;
  readonly isChange: boolean;
  /** Asked what most of them are: a share answers. */
  readonly isMostly: boolean;
  /** What is asked for holds of one name or place alone: who won, where it stands. */
  readonly isSole: boolean;
  /** Stem of the verb that "who" is the subject of; absent for a form of "to be". */
  readonly deed?: string;
  /** Stems of the subject words, verbs brought to one form, the noun left out. */
  readonly stems: readonly string[];
  /** Those of the stems that stand behind a preposition: "in the crash". */
  readonly setting: ReadonlySet<string>;
  /** Stems of the words that the question writes as names. */
  readonly names: ReadonlySet<string>;
  /** Folded words of the question, grammar words too. */
  readonly words: ReadonlySet<string>;
}

const MONEY =
  /\b(?:pa(?:id|y|ys|yment)|cost|costs|earn|earns|salary|salaries|wages?|price|fine|spen[dt]|rent|fee|revenue|budget|worth|debt|raised?|s[eo]ll?d? for|charge|income|bonus|aid|relief|funds?|stolen|loss|profit|tax|damages?|money|make|made|destroyed|receive|get)\b/i;
const CHANGE =
  /\b(?:cut|falls?|fell|drop\w*|declin\w+|shr[iau]nk|decreas\w+|reduc\w+|lower\w*|slash\w*|(?<=\b(?:the|their|its|his|her|\p{L}+['’]s?) .*)rais\w+|halv\w+|doubl\w+|ris\w+|rose|grow\w*|grew|increas\w+|chang\w+|climb\w*)\b/iu;
const SHARE =
  /\b(?:share|portion|percentage|proportion|fraction|turnout|effective|unemployment)\b/i;
const MOSTLY = /\b(?:most|mostly|majority|mainly|largely|half|more than half)\b/i;
/** Posts and deeds that one alone can have or have done. */
const SOLE =
  /^(?:who|whom|by whom|(?:what|which) \p{L}+(?: \p{L}+)?) (?:is|was|will be|becomes?|became) (?:the|(?:\p{Lu}[\p{L}’'.]+ ?)+[’']s)\b|^(?:who|(?:what|which) \p{L}*[^s\W](?: \p{Ll}*[^s\W])?)(?: has| had| will| first| originally)? (?:w[io]ns?|leads?|led|heads?|headed|runs?|ran|owns?|owned|direct(?:s|ed)?|wr[io]tes?|written|founded|invented|discovered|built|builds|designed|composed|painted|kill(?:ed|s)|shot|murdered|succeeds?|succeeded|replaces?|replaced|chairs?|chaired|governs?|governed|rules?|ruled|commands?|commanded|coach(?:es|ed)|manages?|managed|hosts?|hosted|plays?|played|sang|sings|recorded|created|scored|bought|made)\b|^where (?:is|was|are|were|does|did|will)\b.*\b(?:born|dies?|died|buried|held|located|based|begin|began|take place|stands?|is|headquartered|\p{Lu}[\p{L}’'-]+)\s*\??$|^where (?:is|was) the\b|^(?:in |at )?(?:what|which) (?:city|town|state|country|place|region|province|county|village|party|sport|genre)\b/iu;
const MEASURED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^how old\b|\bage of\b/i, ["time"]],
  [/^how long\b/i, ["time", "length"]],
  [/^how (?:tall|high|deep|wide)\b/i, ["length", "share"]],
  [/^how heavy\b|\bweigh/i, ["mass"]],
  [/^how often\b/i, ["times"]],
];

/** Undefined for a question that asks why or how, or for whatever there is to tell. */
export function readIssue(question: string): Issue | undefined {
  const read = readKinds(question);
  if (read === undefined) return;
  const { asked, kinds } = read;
  const isMostly = kinds[0] === "polarity" && MOSTLY.test(asked);
  const noun = readNoun(asked, kinds[0]);
  const words = findWords(asked).map((word) => foldWord(word.text));
  const isChange = CHANGED_BY.test(asked) && CHANGE.test(asked);
  const dimensions = readDimensions(asked, noun);
  const deed = DEED.exec(asked)?.[1];
  return {
    kinds,
    ...(noun !== undefined && { noun: stemWord(noun) }),
    ...(dimensions !== undefined && { dimensions }),
    isMoney: (isChange || /^how much\b|^what\b/i.test(asked)) && MONEY.test(asked),
    isChange,
    isMostly,
    isSole: SOLE.test(asked),
    ...(deed !== undefined && { deed: stemVerb(deed) }),
    stems: listStems(asked, noun).filter((stem) => !(isMostly && IDLE.has(stem))),
    setting: new Set(listStems(SETTING.exec(asked)?.[0] ?? "", noun)),
    names: new Set(findNames(asked).map((word) => stemWord(word.text))),
    words: new Set(words),
  };
}

const DEED =
  /^who (?:has |had |first |originally )?(?!is\b|was\b|are\b|were\b|will\b|would\b|did\b|does\b|do\b|can\b|could\b|has\b|had\b|be\b|been\b)(\p{Ll}{3,})\b/iu;
/** Stems that say how many, or of whom anything can be said. */
const IDLE: ReadonlySet<string> = new Set(
  ["mostly", "majority", "mainly", "largely", "half", "people", "persons", "guys", "ones"].map(
    stemVerb,
  ),
);

/** What is counted in "how many foreign fighters join", or sorted in "what sport does he play". */
function readNoun(asked: string, kind: IssueKind | undefined): string | undefined {
  if (kind === "amount") {
    if (/\bpopulation\b/i.test(asked)) return "people";
    const counted = /^how many (?:of the |of )?(?<phrase>[\p{L}\p{N}’' -]+)/iu.exec(asked)?.groups;
    return lastNoun(counted?.["phrase"]);
  }
  if (kind !== "sort") return;
  const named =
    /^(?:what|which) (?:is |was |are |were )?(?:the |its )?(?:type of |kind of |primary |main )?(?<phrase>[\p{L}’' -]+)/iu.exec(
      asked,
    )?.groups;
  return lastNoun(named?.["phrase"]);
}

/** "How much did pay fall", not "how much snow fell". */
const CHANGED_BY =
  /^(?:by )?how (?:far|much (?:was|were|is|are|did|does|do|has|have|had|will|would))\b/i;
const SETTING = /\b(?:in|at|on|during|for|from|by|near|since|after|before)\s.*$/iu;
const ENDS_NOUN =
  /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|of|in|on|at|to|for|from|with|by|a|an|the|each|per|every|that|who|or|and|there)$/i;

/** The word before the verb: the last before a small word, else the first that may be a plural. */
function lastNoun(phrase: string | undefined): string | undefined {
  const words = findWords(phrase ?? "").map((word) => word.text);
  const end = words.findIndex((word) => ENDS_NOUN.test(word));
  const run = end < 0 ? words : words.slice(0, end);
  if (
    end > 0 &&
    !/^(?:a|an|the|each|per|every|to|in|on|at|from|for|by|with)$/i.test(words[end] ?? "")
  )
    return run.at(-1);
  return run.find((word) => /(?:[^s]s|people|men|women|children|police)$/i.test(word)) ?? run[0];
}

function readDimensions(asked: string, noun: string | undefined): readonly string[] | undefined {
  if (SHARE.test(asked)) return ["share"];
  const unit = noun === undefined ? undefined : readMeasure(noun.toLowerCase());
  if (unit !== undefined) return [unit.dimension === "months" ? "time" : unit.dimension];
  if (/^how many\b|\bpopulation\b|\bnumber of\b/i.test(asked)) return ["count", "share"];
  return MEASURED.find(([pattern]) => pattern.test(asked))?.[1];
}

function listStems(asked: string, noun: string | undefined): readonly string[] {
  const stems = findWords(asked)
    .map((word) => word.text)
    .filter(
      (word) => carriesSubject(word) && word !== noun && readPeriod(foldWord(word)) === undefined,
    )
    .filter(
      (word) =>
        !/^(?:old|big|large|tall|high|deep|heavy|wide|effective|fast|share|portion|percentage|proportion|when|who)$/i.test(
          word,
        ),
    )
    .map(stemVerb);
  return [...new Set(stems)];
}
