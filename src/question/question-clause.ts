// Question text → its asking words, its auxiliary and the rest: "When did the nurses leave?" → "When", "did", "the nurses leave".

import { stemVerb, stemWord } from "../english/stems.ts";

export interface QuestionClause {
  /** "How many nurses", "In which town", "" where the question opens with its auxiliary or has no asking word. */
  readonly asking: string;
  /** Empty where the verb stands alone: "Who signed the law?" */
  readonly auxiliary: string;
  /** All that follows, without the question mark. */
  readonly rest: string;
}

/** As part of a pattern. */
export const PREPOSITIONS =
  "about|after|against|at|before|between|by|during|for|from|in|inside|into|near|of|on|outside|over|since|to|under|unless|until|till|with|within|without";
const ASKING =
  "(?:who(?:se|m)?|what|when|where|why|which|how(?:\\s+(?:much|many|far|long|often|old|big|high|large|tall|soon|fast|late))?)";
const AUXILIARIES =
  "is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|might|must|isn't|aren't|wasn't|weren't|didn't|don't|doesn't|won't|hasn't|haven't|can't";

/** A preposition at the beginning, with its phrase behind it. */
export const PREPOSITION: RegExp = new RegExp(`^(${PREPOSITIONS})\\s+(?=\\S)`, "iu");
/** An asking word, alone or behind a preposition, and nothing else: "since when", "how long". */
export const BARE_ASKING: RegExp = new RegExp(
  `^(?:(?:${PREPOSITIONS})\\s+)?${ASKING}(?:\\s+so)?$`,
  "iu",
);
const STARTS_ASKING = new RegExp(`^(?:(?:${PREPOSITIONS})\\s+)?${ASKING}\\b`, "iu");
const STARTS_AUXILIARY = new RegExp(`^(?:${AUXILIARIES})\\b`, "iu");
export const isAuxiliary = (word: string): boolean => STARTS_AUXILIARY.test(word);
const CLAUSE = new RegExp(
  `^(?<asking>(?:(?:${PREPOSITIONS})\\s+)?${ASKING}\\b[^?]*?)\\s+(?<auxiliary>${AUXILIARIES})\\s+(?<rest>.+)$`,
  "isu",
);
const TO_BE = /^(?:is|are|was|were)$/iu;

/** A question without its question mark, and without white space around it. */
export const trimQuestion = (question: string): string =>
  question.trim().replace(/[\s?!.:,;]+$/u, "");

/** Whether a text is put as a question at all: it opens with an asking word or an auxiliary. */
export const isPut = (text: string): boolean =>
  STARTS_ASKING.test(text) || STARTS_AUXILIARY.test(text);

export function readClause(question: string): QuestionClause {
  const text = trimQuestion(question);
  const groups = CLAUSE.exec(text)?.groups;
  if (groups !== undefined) {
    const { asking = "", auxiliary = "", rest = "" } = groups;
    return { asking, auxiliary, rest };
  }
  const auxiliary = STARTS_AUXILIARY.exec(text)?.[0] ?? "";
  if (auxiliary !== "") return { asking: "", auxiliary, rest: text.slice(auxiliary.length).trim() };
  const asking = STARTS_ASKING.exec(text)?.[0] ?? "";
  return { asking, auxiliary: "", rest: text.slice(asking.length).trim() };
}

/** What a question is about, as a headline would say it: "How many nurses did Ghent sack?" → "nurses Ghent sack". */
export function nameTopic(question: string): string {
  const { asking, auxiliary, rest } = readClause(question);
  const asked = asking.replace(STARTS_ASKING, "").trim();
  if (asked === "" && /^be\s/u.test(rest)) return rest.slice(2).trim();
  const told = asked === "" ? cutPredicate(auxiliary, rest) : rest;
  return [asked, told].filter((part) => part !== "").join(" ");
}

/** "the ticket sold" → "the ticket"; "Lent begin" → "Lent": a subject says what a question is about. */
function cutPredicate(auxiliary: string, rest: string): string {
  const words = rest.split(/\s+/u);
  const last = words.at(-1) ?? "";
  const isDone = /ed$/u.test(last) || stemVerb(last) !== stemWord(last);
  if (TO_BE.test(auxiliary))
    return isDone && words.length > 1 ? words.slice(0, -1).join(" ") : rest;
  const subject = /^(?:the\s+)?(?:\p{Lu}\S*\s+)+(?=\p{Ll}+$)/u.exec(rest)?.[0];
  return auxiliary === "" ? rest : (subject?.trim() ?? rest);
}

export const raiseFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
