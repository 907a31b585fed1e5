// A sentence and the point at issue → the amounts in it that speak to it.

import { isMoney } from "../../text/measures.ts";
import { stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { Amount } from "./amount.ts";
import { familyOf, measureNearness } from "./measure-distance.ts";
import { readAmounts } from "./read-amounts.ts";
import type { Issue } from "./read-issue.ts";
import type { ComparedSentence, Statement } from "./statement.ts";

const HEAD = { same: 0.6, none: 0.4, other: 0 } as const;
const WHOLE_COST = 0.5;
const PART_COST = 1;
const PERIODS = /\b(?:hour|day|week|month|year)\b/i;

/** The best one, and with it the one that it changed from. */
export function chooseAmounts(sentence: ComparedSentence, issue: Issue): readonly Statement[] {
  const amounts = readAmounts(sentence.text).filter(
    (amount) => fits(amount, issue) && !isOfOthers(amount, sentence.text, issue),
  );
  const scored = amounts.map((amount) => ({ amount, score: score(amount, sentence.text, issue) }));
  const now = scored.filter(({ amount }) => amount.change !== "before");
  const ranked = (now.length > 0 ? now : scored).toSorted((one, other) => other.score - one.score);
  const best = ranked[0]?.amount;
  if (best === undefined) return [];
  const before = best.change === "after" ? amounts.find((one) => isBefore(one, best)) : undefined;
  return [...(before ? [before] : []), best].map((amount) => ({
    sentence,
    value: { kind: "amount", amount },
    label: sentence.text.slice(amount.start, amount.end),
    place: amount,
    isPast: amount.change === "before" && amounts.length > 1,
  }));
}

function isBefore(one: Amount, after: Amount): boolean {
  return one.change === "before" && one.dimension === after.dimension;
}

const CLAUSE_MARK = /[,;:–—]\s|\s[-–—]\s/gu;

/** The question names somebody, the sentence too, but the amount's own clause names only others. */
function isOfOthers({ start, end }: Amount, text: string, { names }: Issue): boolean {
  if (names.size === 0 || !holdsName(text, names)) return false;
  const marks = Array.from(text.matchAll(CLAUSE_MARK), ({ index }) => index);
  const from = marks.findLast((mark) => mark < start) ?? -1;
  const to = marks.find((mark) => mark >= end) ?? text.length;
  const clause = text.slice(from + 1, to);
  const hasOther = /(?<=[\p{L},;:–—] |^ )(?:the )?\p{Lu}[\p{L}’'-]+/u.test(clause);
  return hasOther && !holdsName(clause, names);
}

function holdsName(text: string, names: ReadonlySet<string>): boolean {
  return findWords(text).some((word) => names.has(stemWord(word.text)));
}

function fits(amount: Amount, issue: Issue): boolean {
  if (issue.isChange) return tellsChange(amount, issue);
  if (issue.isMoney) return isMoney(amount.dimension);
  const { dimensions, words } = issue;
  if (dimensions === undefined) return amount.dimension !== "time" || !words.has("much");
  if (!dimensions.includes(amount.dimension)) return false;
  return dimensions[0] !== "count" || isCount(amount);
}

function tellsChange({ dimension, change }: Amount, issue: Issue): boolean {
  if (dimension === "share") return true;
  // How far pay fell is no count of people, in a sentence that tells of something else cut as well.
  if (issue.isMoney && !isMoney(dimension)) return false;
  return dimension !== "times" && change !== undefined;
}

/** Nobody counts 6.1 people; a share counts, but none by which something changed. */
function isCount({ dimension, change, high, isScaled }: Amount): boolean {
  if (dimension === "share") return change === undefined;
  return isScaled || Number.isInteger(high);
}

function score(amount: Amount, text: string, issue: Issue): number {
  const head = scoreHead(amount, issue);
  const cost = (amount.isWhole ? WHOLE_COST : 0) + (amount.isPart ? PART_COST : 0);
  const rate =
    amount.rate !== undefined && [...issue.words].some((word) => PERIODS.test(word))
      ? HEAD.same
      : 0;
  return head + rate - cost + measureNearness(text, amount, issue);
}

function scoreHead({ heads }: Amount, { noun }: Issue): number {
  if (noun === undefined) return 0;
  if (heads.some((head) => familyOf(head) === familyOf(noun))) return HEAD.same;
  return heads.length === 0 ? HEAD.none : HEAD.other;
}
