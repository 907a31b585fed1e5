// The words around a time → whether it is one, whether its clause looks ahead or back, and whether it dates what is said.

import type { WrittenDate } from "../dates.ts";
import { VERBS } from "../speech/speech-verbs.ts";

const BOUND =
  /[,;:—()“”"]|(?<![\p{L}\p{N}])(?:that|said|says|told|announced|warned|added|and|but|which|who|when|after|before|because)(?![\p{L}\p{N}])/giu;
const AHEAD =
  /(?<![\p{L}\p{N}])(?:will|won['’]t|shall|upcoming|plans? (?:to|in|on|for)|planned for|planning to|scheduled|due|expected|set to|going to|begins?|starts?|opens?|takes place)(?![\p{L}\p{N}])/iu;

const PAST =
  /(?<![\p{L}\p{N}])(?:was|were|had|did|been|\p{L}{2,}ed|began|fell|rose|went|came|took|made|won|lost|met|left|held|struck|hit|shot|broke|sank|sold|bought|built|found|became|got|gave|ran|saw|told|said|wrote|grew|led|died|cut|put|set)(?![\p{L}\p{N}])/iu;

/** True for what is to come, false for what is past, undefined where the clause tells neither. */
export function readsAhead(text: string, start: number, end: number): boolean | undefined {
  const clause = clauseAround(text, start, end);
  if (AHEAD.test(clause)) return true;
  return PAST.test(clause) ? false : undefined;
}

function clauseAround(text: string, start: number, end: number): string {
  let [first, last] = [0, text.length];
  for (const { index, 0: found } of text.matchAll(BOUND)) {
    if (index + found.length <= start) first = index + found.length;
    else if (index >= end) {
      last = index;
      break;
    }
  }
  return text.slice(first, last);
}

const BEFORE_YEAR =
  /(?:^|[(,;:—–"“'’-]\s*|(?<![\p{L}\p{N}])(?:in|since|until|till|by|of|from|to|and|or|but|between|during|before|after|for|through|throughout|around|about|circa|early|mid|late|than|year|years|season|spring|summer|autumn|fall|winter|the|that|as|into|its|his|her|their|our|a|an|this|back|with|was|is|were|ended|versus|vs\.?|over|on)\s+)$/iu;
const UNIT_BEHIND =
  /^\s+(?:people|men|women|children|miles?|metres?|meters?|feet|foot|km|kilomet(?:re|er)s?|kg|tonnes?|tons?|pounds?|dollars?|euros?|yards?|hours?|minutes?|calories|points?|seats|rpm|hp|homes|jobs|square|per ?cent|million|billion|acres|hectares|words|pages|cases|deaths|troops|soldiers|fighters)\b/iu;
/** "April joined them" and "Dr. June Dahl" are people. */
const BEFORE_MONTH =
  /(?:[(–—-]\s*|(?<![\p{L}\p{N}])(?:in|since|until|till|by|of|from|to|and|or|between|during|before|after|for|through|throughout|last|next|this|past|early|late|mid|than|around|about|into|as|every|each)[\s-]+)$/iu;
const NAME_BEHIND = /^\s+\p{Lu}\p{Ll}/u;
const MONTH_BEHIND = /^\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;
const TELLS_DAY =
  /(?:^|\s)(?:on|last|next|this|early|late|of|since|until|by|from|every|each)\s+$/iu;
const NAMED_DAY =
  /\b(?:Black|Super|Good|Ash|Bloody|Palm|Easter|Whit|Cyber|Giving|Shrove|Fat|Maundy|Holy|Red|Casual|The|Times|Every|Each|every|each)\s+$/u;

/** Dates with a day of a month always are. */
export function isDateInContext(text: string, date: WrittenDate): boolean {
  const [before, after] = [text.slice(0, date.start), text.slice(date.end)];
  if (date.decade !== undefined || date.day !== undefined) return true;
  if (date.month !== undefined) return date.year !== undefined || BEFORE_MONTH.test(before);
  if (date.weekday !== undefined) return isWeekday(text.slice(date.start, date.end), before, after);
  return BEFORE_YEAR.test(before) && !UNIT_BEHIND.test(after);
}

/** "Sunday Okafor", "the Friday Club", "Black Friday" and "every Monday" are no days; "Sun." needs its date. */
function isWeekday(written: string, before: string, after: string): boolean {
  if (written.endsWith(".") && !/^,?\s*(?:\d|\p{Lu}\p{Ll})/u.test(after)) return false;
  if (NAMED_DAY.test(before)) return false;
  if (/^s\b|^-\p{L}|^ (?:of|in) \p{Lu}/u.test(after)) return false;
  return !NAME_BEHIND.test(after) || MONTH_BEHIND.test(after) || TELLS_DAY.test(before);
}

/** "Said on Monday", "told reporters late Tuesday", "said in a letter dated 3 May". */
const SAID_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${VERBS}|(?:told|tells|warned|warns|asked|asks|reminded|assured|informed)(?: (?:the|an?|his|her|its|their))?(?: (?!(?:that|the|an?)\\b)[\\p{L}’'-]+){1,4}?)(?: (?:in|at|to|during|via|from|by|after)(?: (?!that\\b)[\\p{L}’'-]+){1,5}?)?(?: (?:on|in|late|early|dated))*\\s+$`,
  "u",
);
/** "On Monday, Ada Roe told the board that". */
const SAID_AFTER = new RegExp(
  `^,? (?:(?:the|a|an|his|her|its|their) )?(?:[\\p{L}.’'-]+,? ){1,6}?${VERBS}(?![\\p{L}])`,
  "u",
);

/** @param start,end of the time in `text` */
export function tellsOfSaying(text: string, start: number, end: number): boolean {
  if (SAID_BEFORE.test(text.slice(0, start))) return true;
  const opens = /^(?:(?:on|in|late|early)\s+)?$/iu.test(text.slice(0, start).trimStart());
  return opens && SAID_AFTER.test(text.slice(end));
}
