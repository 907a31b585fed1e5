// Text → whether it holds a number, a change of a number, a date.

const NUMBER_WORD =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|" +
  "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|" +
  "thousands?|millions?|billions?|dozens?|half|halves|halved?|halving|thirds?|quarters?|twice|" +
  "double[ds]?|triple[ds]?|tenfold|zero|none|nobody|one in|a couple";
const QUANTITY = new RegExp(
  `(?:^|[^\\p{L}\\p{N}-])(?:[$€£]?\\d[\\d.,]*|${NUMBER_WORD})(?![\\p{L}\\p{N}])`,
  "giu",
);
const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|" +
  "Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.";
const YEAR = /(?<![\p{L}\p{N}.,$€£-])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu;
const MONTH_DAY = new RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${MONTHS})(?:\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?`,
  "gu",
);
const DAY =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight|tomorrow)\b|\b(?:last|next|this|past|earlier|recent) (?:\w+ )?(?:weeks?|months?|years?|decades?|days?|spring|summer|autumn|fall|winter)\b|\b(?:weeks?|months?|years?|decades?|days?|hours?) (?:ago|later|earlier|after|before)\b/giu;
const FRACTION =
  /%|\bper ?cent\b|\bhal(?:f|ved?|ving)\b|\bthirds?\b|\bquarters?\b|\btwice\b|\bdouble|\btriple|\bfrom\b.{1,60}\bto\b/iu;
const CHANGE =
  /\b(?:cut|cuts|cutting|reduc\w+|lower(?:ed|ing|s)?|slash\w*|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|shr[aiu]nk\w*|decreas\w+|trim\w*|shed|los[st]\w*|ris(?:e|es|en|ing)|rose|increas\w+|grow(?:s|n|ing|th)?|grew|climb\w*|jump\w*|soar\w*|surg\w+|gain\w*|up|down|only|no longer|instead of)\b/iu;

/** Whether an amount is named, in digits or words; a bare year or date is none. */
export function holdsQuantity(text: string): boolean {
  const undated = text.replaceAll(MONTH_DAY, " ").replaceAll(YEAR, " ");
  return undated.search(QUANTITY) >= 0;
}

/** Whether an amount is named together with a change: "a third less", "cut to 40", "from 9 to 3". */
export function holdsChange(text: string): boolean {
  return holdsQuantity(text) && (FRACTION.test(text) || CHANGE.test(text));
}

/** Whether a day, month, year or a time relative to one is named. */
export function holdsDate(text: string): boolean {
  return [YEAR, MONTH_DAY, DAY].some((pattern) => text.search(pattern) >= 0);
}

/** The amounts named, as written and without signs of currency, in order. */
export function listQuantities(text: string): string[] {
  const undated = text.replaceAll(MONTH_DAY, " ").replaceAll(YEAR, " ");
  return Array.from(undated.matchAll(QUANTITY), ([found]) =>
    found.replaceAll(/^[^\p{L}\p{N}]+|[.,]+$/gu, "").toLowerCase(),
  );
}
