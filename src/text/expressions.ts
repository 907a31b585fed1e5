// Text → the amounts that it names, in digits or words.

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

/** The amounts named, as written and without signs of currency, in order. */
export function listQuantities(text: string): string[] {
  const undated = text.replaceAll(MONTH_DAY, " ").replaceAll(YEAR, " ");
  return Array.from(undated.matchAll(QUANTITY), ([found]) =>
    found.replaceAll(/^[^\p{L}\p{N}]+|[.,]+$/gu, "").toLowerCase(),
  );
}
