// Question → what kind of thing would answer it.

import { holdsChange, holdsDate, holdsQuantity } from "../../text/expressions.ts";

/** `any` is a question whose answer has no form that can be told from its words. */
export type AnswerType = "quantity" | "change" | "date" | "identity" | "any";

const CHANGE_WORDS =
  "cut|fall|fell|drop|decline|shrink|shrunk|decrease|reduce|lower|slash|rise|rose|risen|grow|grew|increase|change|climb";
const CHANGE = new RegExp(
  `^(?:by )?(?:how (?:far|much|many)|what (?:share|percentage|portion))\\b.*\\b(?:${CHANGE_WORDS})\\w*\\b`,
  "i",
);
const QUANTITY =
  /\bhow (?:much|many|far|long|old|big|large|tall|high|often)\b|\bwhat (?:sum|amount|number|share|portion|percentage|proportion|fraction|price|population)\b|\bwhat(?: is|'s|’s) the (?:sum|amount|number|share|portion|percentage|proportion|price|population|salary)\b/i;
const DATE =
  /^(?:and |but |so |since |until |by )?when\b(?! (?:do|does|should|can|must)\b)|\b(?:what|which) (?:day|date|month|year)\b/i;
const IDENTITY = /^(?:and |but |so )?who(?: is|['’]s| was) [\p{L}.'’ -]+\??$/iu;

const CHANGE_WORD = new RegExp(`^(?:${CHANGE_WORDS})\\w*$`, "i");

/** Whether the type stands for the word already: "cut" in a question after a change. */
export function impliesWord(type: AnswerType, word: string): boolean {
  return type === "change" && CHANGE_WORD.test(word);
}

export function findAnswerType(question: string): AnswerType {
  const text = question.trim();
  if (CHANGE.test(text)) return "change";
  if (QUANTITY.test(text)) return "quantity";
  if (DATE.test(text)) return "date";
  if (IDENTITY.test(text)) return "identity";
  return "any";
}

/** Whether a sentence holds something of that type; always, where the type has no visible form. */
export function holdsAnswerType(type: AnswerType, sentence: string): boolean {
  switch (type) {
    case "quantity":
      return holdsQuantity(sentence);
    case "change":
      return holdsChange(sentence);
    case "date":
      return holdsDate(sentence);
    case "identity":
    case "any":
      return true;
  }
}
