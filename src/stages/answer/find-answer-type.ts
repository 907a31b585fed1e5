// Question → what kind of thing would answer it.

import {
  holdsAge,
  holdsChange,
  holdsDate,
  holdsDenial,
  holdsDuration,
  holdsLeader,
  holdsPlace,
  holdsQuantity,
  holdsReason,
} from "../../text/expressions.ts";

/** `any` is a question whose answer has no form that can be told from its words. */
export type AnswerType =
  | "quantity"
  | "change"
  | "age"
  | "duration"
  | "date"
  | "identity"
  | "place"
  | "reason"
  | "denial"
  | "leader"
  | "any";

const CHANGE_WORDS =
  "cut|fall|fell|drop|decline|shrink|shrunk|decrease|reduce|lower|slash|rise|rose|risen|grow|grew|increase|change|climb";
const OPENING = "^(?:and |but |so |since |until |by |from |in |to )?";
const CHANGE = new RegExp(
  `^(?:by )?(?:how (?:far|much|many)|what (?:share|percentage|portion))\\b.*\\b(?:${CHANGE_WORDS})\\w*\\b`,
  "i",
);
const QUANTITY =
  /\bhow (?:much|many|far|big|large|tall|high|often)\b|\bwhat (?:sum|amount|number|share|portion|percentage|proportion|fraction|price|population)\b|\bwhat(?: is|'s|’s) the (?:sum|amount|number|share|portion|percentage|proportion|price|population|salary)\b|^(?:and |but |so )?what(?:['’]s| is| was| are| were) .{2,60}['’]s? (?:annual |monthly |yearly |total )?(?:salary|salaries|pay|wages?|budget|population|price|value|worth|income|weight|height|size|revenue|profit|debt)\??$/i;
const FIGURES =
  /\bdifferences? between\b.{3,100}\b(?:figures?|numbers?|estimates?|counts?|tolls?|totals?|prices?|rates?|amounts?|sums?|cuts?|costs?|pay|wages|salaries)\b/i;
const AGE = /\bhow old\b|\b(?:at )?what age\b/i;
const DURATION = /\b(?:for )?how long\b(?! (?:is|are|was|were) the\b)/i;
const DATE = new RegExp(
  `${OPENING}when\\b(?! (?:do|does|should|can|must)\\b)|\\b(?:what|which) (?:day|date|month|year)\\b`,
  "i",
);
const IDENTITY = /^(?:and |but |so )?who(?: is|['’]s| was) [\p{L}.'’ -]+\??$/iu;
const PLACE = new RegExp(`${OPENING}where\\b`, "i");
const REASON = new RegExp(
  `${OPENING}(?:why|how come|for what reasons?|what (?:is|are|was|were) the (?:reasons?|causes?)|what (?:made|makes|caused|led|drove|prompted))\\b`,
  "i",
);

const LEADS = "runs?|leads?|heads?|chairs?|commands?|in charge|the (?:head|boss|leader)";
const LEADER = new RegExp(`^(?:and |but |so )?who(?: is| was|['’]s)? (?:${LEADS})\\b(?! to)`, "i");
const DENIAL =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed)|contradict(?:s|ed)?|rebut(?:s|ted)?)\b/i;

/** The first that speaks for itself. */
const PATTERNS: readonly (readonly [type: AnswerType, pattern: RegExp])[] = [
  ["change", CHANGE],
  ["age", AGE],
  ["duration", DURATION],
  ["quantity", QUANTITY],
  ["quantity", FIGURES],
  ["date", DATE],
  ["leader", LEADER],
  ["identity", IDENTITY],
  ["place", PLACE],
  ["reason", REASON],
  ["denial", DENIAL],
];

const LAST_PART = /^(?:who|what|which|when|where|why|how)\b.*, and ((?:when|where|why|how)\b.*)$/i;
const CHANGE_WORD = new RegExp(`^(?:${CHANGE_WORDS})\\w*$`, "i");
/** Words that say only which kind of thing is asked for. */
const KIND_WORD =
  /^(?:difference|figure|comparison|day|date|month|year|sum|amount|number|share|portion|percentage|proportion|fraction|age|old|long|reason|cause|name|kind|type|work|job|post|role|nationality)s?$/i;

const IMPLIED: Readonly<Partial<Record<AnswerType, RegExp>>> = {
  change: CHANGE_WORD,
  denial: DENIAL,
  leader: /^(?:runs?|leads?|heads?|chairs?|commands?|charge|boss|leader)$/i,
};

/** Whether the type stands for the word already: "cut" in a question after a change, "deny" after a denial. */
export function impliesWord(type: AnswerType, word: string): boolean {
  return IMPLIED[type]?.test(word) === true;
}

/** Whether the word only says what kind of thing is asked for: "sum", "year". */
export function namesKind(word: string): boolean {
  return KIND_WORD.test(word);
}

/**
 * Whether a sentence that answers need not have the word: it says the kind of thing, or the kind stands
 * for it. A change still has to be told of what is asked.
 */
export function saysOnlyKind(type: AnswerType, word: string): boolean {
  return namesKind(word) || (type !== "change" && impliesWord(type, word));
}

/** Of "Who paid, and when?" the last part: the first was answered before. */
export function findAnswerType(question: string): AnswerType {
  const text = LAST_PART.exec(question.trim())?.[1] ?? question.trim();
  return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? "any";
}

/**
 * Whether a sentence without that kind of thing cannot answer. A place or a reason may be told in
 * words that no pattern knows: there it only speaks for a sentence.
 */
export function isStrict(type: AnswerType): boolean {
  return !SOFT.includes(type);
}

const SOFT: readonly AnswerType[] = ["place", "reason", "any"];

const FORMS: Readonly<Partial<Record<AnswerType, (sentence: string) => boolean>>> = {
  quantity: holdsQuantity,
  change: holdsChange,
  age: holdsAge,
  duration: holdsDuration,
  date: holdsDate,
  place: holdsPlace,
  reason: holdsReason,
  denial: holdsDenial,
  leader: holdsLeader,
};

/** Whether a sentence holds something of that type; always, where the type has no visible form. */
export function holdsAnswerType(type: AnswerType, sentence: string): boolean {
  return FORMS[type]?.(sentence) ?? true;
}
