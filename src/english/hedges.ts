// Text → the words in it that deny, weaken or condition what it says, or name who says it.

/**
 * What a hedge takes from a statement. `alleged`: somebody's charge or claim; `reported`: hearsay;
 * `estimated`: not exact; `limited`: a bound, not the value; `possible`: not certain; `planned`: not
 * done yet; `conditional`: holds only if; `partial`: not of all, not always; `denied`: somebody says
 * that it is not so.
 */
export type HedgeKind =
  | "alleged"
  | "reported"
  | "estimated"
  | "limited"
  | "possible"
  | "planned"
  | "conditional"
  | "partial"
  | "denied";

/** `text.slice(start, end)` of the text that was read is how it is written. */
export interface Hedge {
  readonly kind: HedgeKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORD =
  "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|third|quarter";
/** "About 40", "around half": before anything else these words are no estimate. */
const BEFORE_NUMBER = `(?=\\s+(?:the\\s+|an?\\s+)?(?:[$€£]?\\d|(?:${NUMBER_WORD})\\b))`;

const HEDGES: Readonly<Record<HedgeKind, RegExp>> = {
  alleged:
    /\b(?:alleg(?:ed(?:ly)?|es?|ing|ations?)|accus(?:ed?|es|ing|ations?)|claim(?:s|ed|ing)?(?!\s+(?:\S+\s+){0,3}(?:lives|life|victims?|titles?|medals?|prize|crown|asylum)\b)|purport(?:s|ed|edly)?|suppos(?:ed|edly)|suspected|unconfirmed|unverified|unsubstantiated|uncorroborated|so-called)\b/giu,
  reported:
    /\b(?:reported(?:ly)?|rumou?r(?:s|ed)?|hearsay|(?:said|thought|believed|understood|known|considered) to (?:be|have)|(?:is|are|was|were) (?:said|thought|believed|understood) to)\b/giu,
  estimated: new RegExp(
    `\\b(?:estimat(?:ed?|es|ing|ions?)|approximately|roughly|nearly|almost|or so|more or less|(?:about|around|some|close to|circa)${BEFORE_NUMBER})\\b`,
    "giu",
  ),
  limited: new RegExp(
    `\\b(?:up to|at (?:most|least|best|worst)|no (?:more|fewer|less) than|as (?:many|much|few|little|high|low|long) as|(?:more|less|fewer) than${BEFORE_NUMBER}|(?:over|under|above|below|only)${BEFORE_NUMBER})\\b`,
    "giu",
  ),
  possible:
    /\b(?:may|might|could|maybe|perhaps|possib(?:ly|le|ility)|probabl[ye]|likely|unlikely|apparently|appear(?:s|ed)?|seem(?:s|ed|ingly)?|suggest(?:s|ed|ing)?|potential(?:ly)?|believ(?:ed?|es)|thinks?|thought|suspects?|fear(?:s|ed)?|unclear|uncertain)\b/giu,
  planned:
    /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed)? to|expect(?:s|ed)? to|set to|scheduled|poised to|aim(?:s|ed|ing)? to|hop(?:ed?|es|ing) to|vow(?:s|ed) to|pledg(?:ed?|es) to|promis(?:ed?|es) to|propos(?:ed?|es|als?)|would)\b/giu,
  conditional:
    /\b(?:if|unless|provided(?: that)?|providing|assuming|in case|as long as|depending|otherwise|in the event)\b/giu,
  partial:
    /\b(?:some|partly|partially|in part|sometimes|occasionally|often|usually|generally|largely|mostly)\b/giu,
  denied: /\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed)?|disput(?:ed?|es)|refut(?:ed?|es))\b/giu,
};
const KINDS = Object.keys(HEDGES) as readonly HedgeKind[];

/** In order of place; of two that share words the longer one, of two equal ones the first named. */
export function listHedges(text: string): readonly Hedge[] {
  const all = KINDS.flatMap((kind) =>
    Array.from(text.matchAll(HEDGES[kind]), ({ index, 0: words }) => ({
      kind,
      text: words,
      start: index,
      end: index + words.length,
    })),
  ).filter((hedge) => hedge.text !== "May");
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Hedge[] = [];
  for (const hedge of all) if (hedge.start >= (kept.at(-1)?.end ?? 0)) kept.push(hedge);
  return kept;
}

export type Weight = "negation" | "hedge" | "condition" | "speaker";

const NEGATION =
  /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|rarely|seldom|denied|denies|deny|refused?|refuses|fail(?:ed|s)? to|unable|unlikely)\b|\b\p{L}+n['’]t\b/iu;
/** Beside what a statement depends on, the words that turn it. */
const CONDITION =
  /\b(?:if|unless|until|provided|providing|assuming|only|except|but|however|although|though|whether|in case|as long as|depending|otherwise|instead)\b/iu;
const SPEAKER =
  /\b(?:said|says|told|according to|claimed|claims|argued|insisted|alleged|reported|wrote|warned)\b/iu;
const NO_HEDGE: ReadonlySet<HedgeKind> = new Set(["conditional", "denied"]);

/** The first word of that weight, as written. */
export function findWeight(text: string, weight: Weight): string | undefined {
  if (weight === "negation") return NEGATION.exec(text)?.[0];
  if (weight === "condition") return CONDITION.exec(text)?.[0];
  if (weight === "speaker") return SPEAKER.exec(text)?.[0];
  return listHedges(text).find(({ kind }) => !NO_HEDGE.has(kind))?.text;
}

/** Whether a text has a number, in digits or in words. */
export function hasNumber(text: string): boolean {
  return /\d/.test(text) || WRITTEN_NUMBER.test(text);
}

const WRITTEN_NUMBER = new RegExp(`\\b(?:${NUMBER_WORD})\\b`, "i");
