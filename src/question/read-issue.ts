// Question → what kind of value answers it: `How many eels died?` → an amount of eels.

import type { Issue, IssueKind } from "../core/question-intent.ts";
import { readMeasure } from "../english/measures.ts";
import { carriesSubject, foldWord, stemVerb, stemWord } from "../english/stems.ts";
import { findWords } from "../text/words.ts";

/** "Who denies that the dam leaks?" → the dam leaks, denied. */
export interface AskedClaim {
  readonly claim: string;
  /** Whether those are asked for who say the contrary. */
  readonly isDenied: boolean;
}

const SAY =
  "say|says|said|saying|claim|claims|claimed|claiming|argue|argues|argued|believe|believes|believed|think|thinks|thought|warn|warns|warned|insist|insists|insisted|report|reports|reported|estimate|estimates|estimated|state|states|stated|admit|admits|admitted|announce|announces|announced|suggest|suggests|suggested|predict|predicts|predicted|confirm|confirms|confirmed|allege|alleges|alleged|deny|denies|denied|dispute|disputes|disputed|doubt|doubts|doubted";
const FORM = new RegExp(
  `^(?:and\\s|but\\s|so\\s)?(?:who\\s|(?:which|what)\\s(?:[\\p{L}-]+\\s){1,3}?)(?:else\\s)?(?:(?:has|have|had|is|are|was|were)\\s)?(?<verb>${SAY})\\b,?\\s+(?<that>that\\s+)?(?<claim>\\p{L}.+?)[?.!\\s]*$`,
  "iu",
);
/** "Who said no?", "Who says so": nothing is claimed that could be looked for. */
const NO_CLAIM = /^(?:so|no|yes|it|this|that|what|anything|nothing)$/iu;
/** Behind a denial the thing denied need not be a clause: "Who denied the leak?" */
const DENYING = /^(?:den|disput|doubt)/iu;
/** Without "that", a subject and a verb make a claim: "Who says the dam leaks?" */
const CLAUSE =
  /^(?:the|a|an|this|these|those|his|her|its|their|there|it|he|she|they|\p{Lu}).*?\s(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|\p{Ll}+(?:s|ed|ing))\b/u;

/** `undefined` for a question that asks for nobody's words on a statement. */
function readAskedClaim(question: string): AskedClaim | undefined {
  const { verb = "", that, claim = "" } = FORM.exec(question.trim())?.groups ?? {};
  const isDenied = DENYING.test(verb);
  if (verb === "" || NO_CLAIM.test(claim)) return;
  if (that === undefined && !isDenied && !CLAUSE.test(claim)) return;
  return { claim, isDenied };
}

const FORMS: readonly (readonly [RegExp, IssueKind])[] = [
  [
    /^how (?:much|many|far|long|old|big|large|tall|high|deep|heavy|wide|often|fast|strong)\b/iu,
    "amount",
  ],
  [
    /^(?:what|which) (?:is |was |are |were )?(?:the )?(?:number|share|percentage|amount|size|price|cost|toll|population)\b/iu,
    "amount",
  ],
  [/^(?:when\b|(?:in |on )?(?:what|which) (?:day|date|month|year)\b)/iu, "date"],
  [/^(?:who|whom|whose|where)\b|^(?:by|in|at|to|from) (?:whom|which|what)\b/iu, "name"],
  [/^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b/iu, "polarity"],
];
/** "Do the papers agree on how many died?" asks how many died. */
const OF_SOURCES =
  /^(?:do|does|did) (?:the )?(?:\p{L}+ )?(?:outlets?|reports?|sources|articles|papers|newspapers|accounts) (?:agree|differ|disagree) (?:on|about|over|as to) /iu;
const REASON = /^(?:why|how)\b/iu;
const SEVERAL = /\band (?:how|what|who|when|where|which|why|in which)\b/iu;
/** Posts that one alone holds, places where a thing is, and deeds that one alone does. */
const SOLE =
  /^(?:who|where|which \p{L}+|what \p{L}+|what) (?:is|was) (?:the|\p{Lu})|^where (?:did|does)/iu;
const DEED = /^(?:who|which \p{L}+|what \p{L}+) (?:first )?(\p{L}+)/iu;
const SOLE_DEEDS: ReadonlySet<string> = new Set(
  "win lead head run own direct write found invent discover build design compose paint kill shoot succeed replace chair govern rule command coach manage host play sing record create score buy make"
    .split(" ")
    .map(stemVerb),
);

export function readIssue(question: string): Issue {
  const claim = readAskedClaim(question)?.claim;
  const asked = claim ?? bringForward(question.trim().replace(OF_SOURCES, ""));
  const kind = claim === undefined ? FORMS.find(([form]) => form.test(asked))?.[1] : "speaker";
  const counted = kind === "amount" ? readCounted(asked) : [];
  const dimension = readDimension(asked, counted);
  const words = findWords(asked).map((word) => word.text);
  return {
    ...(kind !== undefined && { kind }),
    ...(dimension !== undefined && { dimension }),
    counted: new Set(counted.map(stemWord)),
    isOfReason: kind === undefined && REASON.test(asked),
    isOfSeveral: SEVERAL.test(question),
    isSole: SOLE.test(asked) || SOLE_DEEDS.has(stemVerb(DEED.exec(asked)?.[1] ?? "")),
    stems: [...new Set(words.filter(carriesSubject).map(stemVerb))],
    words: new Set(words.map(foldWord)),
  };
}

function readDimension(asked: string, counted: readonly string[]): string | undefined {
  if (/\b(?:share|percentage|proportion)\b/iu.test(asked)) return "share";
  const units = counted.map((word) => readMeasure(word.toLowerCase())?.dimension);
  const unit = units.find((one) => one !== undefined);
  if (unit !== undefined) return unit === "months" ? "time" : unit;
  // How much a toll is, is money.
  if (/^how much\b/iu.test(asked)) return undefined;
  return /^how many\b|\b(?:number|toll|population)\b/iu.test(asked) ? "count" : undefined;
}

/** "It opened in which year?" asks as "Which year … it opened" does. */
function bringForward(text: string): string {
  const tail = /^(?!what|which|who|how|when|where|why)(.+?)\b((?:what|which|how) .+)$/iu.exec(text);
  return tail === null ? text : `${tail[2]?.replace(/[?.!]+$/u, "")} ${tail[1]}`;
}

/** The words up to the first small word: "how many young eels | were caught". */
function readCounted(asked: string): readonly string[] {
  const behind = /^(?:how many|.*?\bnumber of)\s+(?:of the |of )?(.*)$/iu.exec(asked)?.[1] ?? "";
  const words = findWords(behind).map((word) => word.text);
  const end = words.findIndex((word) => !carriesSubject(word));
  return end < 0 ? words : words.slice(0, end);
}
