// Text → whether it holds a number, a change of a number, a date, an age, a duration, a place, a reason.

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
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tonight|tomorrow)\b|\b(?:last|next|this|past|earlier|recent) (?:\w+ )?(?:weeks?|months?|years?|decades?|days?|spring|summer|autumn|fall|winter)\b|\b(?:weeks?|months?|years?|decades?|days?|hours?) (?:ago|later|earlier|after|before)\b|\b(?:start|beginning|middle|end) of (?:the|this|last) (?:week|month|year)\b/giu;
const FRACTION =
  /%|\bper ?cent\b|\bhal(?:f|ved?|ving)\b|\bthirds?\b|\bquarters?\b|\btwice\b|\bdouble|\btriple|\bfrom\b.{1,60}\bto\b/iu;
const CHANGE =
  /\b(?:cut|cuts|cutting|reduc\w+|lower(?:ed|ing|s)?|slash\w*|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|shr[aiu]nk\w*|decreas\w+|trim\w*|shed|los[st]\w*|ris(?:e|es|en|ing)|rose|increas\w+|grow(?:s|n|ing|th)?|grew|climb\w*|jump\w*|soar\w*|surg\w+|gain\w*|up|down|only|no longer|instead of)\b/iu;

const COUNT = `(?:\\d[\\d.,]*|one|an?|several|few|many|${NUMBER_WORD})`;
const AGE = new RegExp(
  `\\b${COUNT}[ -]years?[ -]olds?\\b|\\baged? (?:of )?${COUNT}\\b|\\bin (?:his|her|their) (?:\\w+ )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b|, \\d{1,3},|\\bborn (?:in|on)\\b|\\b(?:was|is|were|at|only|just|turned|under|over) \\d{1,3}\\b(?! (?:%|per|percent|dollars|euros|pounds|people|men|women))`,
  "iu",
);
const DURATION = new RegExp(
  `\\b${COUNT}[ -](?:\\w+[ -])?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))\\b|\\b(?:hours|days|weeks|months|years|decades)\\b|\\b(?:since|until|till)\\b|\\bfrom\\b.{1,40}\\bto\\b`,
  "iu",
);
const CALENDAR =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b";
const PLACE = new RegExp(
  `\\b(?:in|at|to|from|near|into|outside|inside|across|around|off|through|towards?|of|within|between)\\s+(?:(?:the|a|an|its|his|her|their)\\s+)?(?:[\\p{Ll}-]+\\s+){0,2}(?!${CALENDAR})\\p{Lu}\\p{L}`,
  "u",
);
const PLACE_NOUN =
  /\b(?:north|south|east|west|cit(?:y|ies)|towns?|villages?|provinces?|districts?|regions?|borders?|coast|capital|camps?|streets?|hospitals?|schools?|prisons?|countr(?:y|ies)|abroad|overseas|home|front ?lines?|headquarters|bases?|areas?)\b/iu;
const REASON =
  /\b(?:because|since|due to|owing to|thanks to|as a result|in order to|so that|so as to|for fear|afraid|after|amid|over|caus(?:e|ed|es|ing)|led to|leads? to|prompt(?:ed|s|ing)?|driven|blam(?:e|ed|es|ing)|attribut(?:e|ed|es)|reasons?|means? that|therefore|hence|in revenge|in response|out of|in protest|fear(?:s|ed|ing)?|forced|fuell?ed|cit(?:ed|es|ing)|to (?:avoid|prevent|protect|escape|stop|save|keep|get|make|help|find))\b/iu;

const DENIAL =
  /\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|contradict(?:s|ed)?|rebut(?:s|ted)?|rebuff(?:s|ed)?|disavow(?:s|ed)?|not|never|no|none|nothing|nobody|neither|nor|false|untrue|baseless|unfounded|without)\b|n['’]t\b/iu;

const LEADER =
  /\b(?:CEO|C\.E\.O\.|chief|chair(?:man|woman|person)?|president|prime minister|minister|director|manager|head(?:s|ed)?|lead(?:s|er|ers)?|led|boss|founder|co-founder|owner|owns|runs|mayor|governor|Gov\.|secretary|commander|general|superintendent|chancellor|principal|editor|dean|captain|king|queen|pope|coach)\b/u;

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

/** Whether it is said how old somebody or something is, or when born. */
export function holdsAge(text: string): boolean {
  return AGE.test(text);
}

/** Whether a stretch of time is named. */
export function holdsDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Whether a place is named, or a noun stands there that tells of one. */
export function holdsPlace(text: string): boolean {
  return PLACE.test(text) || PLACE_NOUN.test(text);
}

/** Whether words stand there by which a sentence gives a cause or a purpose. */
export function holdsReason(text: string): boolean {
  return REASON.test(text);
}

/** Whether somebody denies something there, or something is said not to be. */
export function holdsDenial(text: string): boolean {
  return DENIAL.test(text);
}

/** Whether somebody is named there by the post from which things are run. */
export function holdsLeader(text: string): boolean {
  return LEADER.test(text);
}

/** The amounts named, as written and without signs of currency, in order. */
export function listQuantities(text: string): string[] {
  const undated = text.replaceAll(MONTH_DAY, " ").replaceAll(YEAR, " ");
  return Array.from(undated.matchAll(QUANTITY), ([found]) =>
    found.replaceAll(/^[^\p{L}\p{N}]+|[.,]+$/gu, "").toLowerCase(),
  );
}
