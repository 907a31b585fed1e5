// Two values → the same, different, or not to be held against each other.

import { isMoney } from "../../text/measures.ts";
import { isSpeaker } from "../../text/speech/is-speaker.ts";
import { type Amount, areComparable, isSameAmount } from "./amount.ts";
import { isSameDate } from "./choose-dates.ts";
import type { Value } from "./statement.ts";

export type Relation = "same" | "different" | "apart";

/** Sums of two currencies differ; no rate of exchange is known here. Amounts of two dimensions are apart. */
export function relateValues(one: Value, other: Value): Relation {
  switch (one.kind) {
    case "amount":
      return other.kind === one.kind ? relateAmounts(one.amount, other.amount) : "apart";
    case "date":
      return other.kind === one.kind ? name(isSameDate(one.date, other.date)) : "apart";
    case "words":
      return other.kind === one.kind ? relateWords(one, other) : "apart";
    case "polarity":
      return other.kind === one.kind ? relateAnswers(one, other) : "apart";
    case "speaker":
      return other.kind === one.kind ? relateSpeakers(one, other) : "apart";
  }
}

type ValueOf<Kind extends Value["kind"]> = Extract<Value, { readonly kind: Kind }>;

/** Two who attended do not contradict each other; two who were elected mayor do. */
function relateWords(one: ValueOf<"words">, other: ValueOf<"words">): Relation {
  if (sharesWords(one.words, other.words)) return "same";
  return one.isSole && other.isSole ? "different" : "apart";
}

/** That some are leaves open what most are; two shares are held against each other as such. */
function relateAnswers(one: ValueOf<"polarity">, other: ValueOf<"polarity">): Relation {
  const [left, right] = [one.amount, other.amount];
  if (left !== undefined && right !== undefined) return relateAmounts(left, right);
  if (one.answer === other.answer) return left === right ? "same" : "apart";
  const isPart = one.answer === "partly" || other.answer === "partly";
  const isNone = one.answer === "no" || other.answer === "no";
  return isPart && !isNone ? "apart" : "different";
}

/** Several may say the same; who says the contrary contradicts them. */
function relateSpeakers(one: ValueOf<"speaker">, other: ValueOf<"speaker">): Relation {
  if (one.affirms !== other.affirms) return "different";
  return isOneParty(one, other) ? "same" : "apart";
}

/** "The mayor" of two articles may be two people. */
function isOneParty(one: ValueOf<"speaker">, other: ValueOf<"speaker">): boolean {
  const [left, right] = [one.party.name ?? one.party.role, other.party.name ?? other.party.role];
  if (left === undefined || right === undefined) {
    return left === right && one.articleId === other.articleId && one.manner === other.manner;
  }
  const areNamed = one.party.name !== undefined && other.party.name !== undefined;
  if (!areNamed && one.articleId !== other.articleId) return false;
  return isSpeaker(one.party, right) || isSpeaker(other.party, left);
}

function name(isSame: boolean): Relation {
  return isSame ? "same" : "different";
}

function relateAmounts(one: Amount, other: Amount): Relation {
  if (areComparable(one, other)) return name(isSameAmount(one, other));
  return isMoney(one.dimension) && isMoney(other.dimension) ? "different" : "apart";
}

/** "Ruiz" and "Ana Ruiz": the words of the shorter one are all in the longer one. */
function sharesWords(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((word) => long.includes(word));
}
