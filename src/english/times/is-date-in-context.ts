// A date found in a text → whether it is one there: a year may be an amount, a weekday a name.

import type { WrittenDate } from "../dates.ts";

const BEFORE_YEAR =
  /(?:^|[(,;:—–"“'’-]\s*|(?<![\p{L}\p{N}])(?:in|since|until|till|by|of|from|to|and|or|but|between|during|before|after|for|through|throughout|around|about|circa|early|mid|late|than|year|years|season|spring|summer|autumn|fall|winter|the|that|as|into|its|his|her|their|our|a|an|this|back|with|was|is|were|ended|versus|vs\.?|over|on)\s+)$/iu;
const UNIT_BEHIND =
  /^\s+(?:people|men|women|children|miles?|metres?|meters?|feet|foot|km|kilomet(?:re|er)s?|kg|tonnes?|tons?|pounds?|dollars?|euros?|yards?|hours?|minutes?|calories|points?|seats|rpm|hp|homes|jobs|square|per ?cent|million|billion|acres|hectares|words|pages|cases|deaths|troops|soldiers|fighters)\b/iu;
const STREET_BEHIND =
  /^\s+(?:[NSEW]\.?\s+)?(?:\p{Lu}[\p{L}.]*\s+){1,3}(?:St|Ave|Rd|Blvd|Dr|Ln|Street|Avenue|Road|Boulevard|Drive|Lane|Way|Highway)\b/u;
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
  return BEFORE_YEAR.test(before) && !UNIT_BEHIND.test(after) && !STREET_BEHIND.test(after);
}

/** "Sunday Okafor", "the Friday Club", "Black Friday" and "every Monday" are no days; "Sun." needs its date. */
function isWeekday(written: string, before: string, after: string): boolean {
  if (written.endsWith(".") && !/^,?\s*(?:\d|\p{Lu}\p{Ll})/u.test(after)) return false;
  if (NAMED_DAY.test(before)) return false;
  if (/^s\b|^-\p{L}|^ (?:of|in) \p{Lu}/u.test(after)) return false;
  return !NAME_BEHIND.test(after) || MONTH_BEHIND.test(after) || TELLS_DAY.test(before);
}
