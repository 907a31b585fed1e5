// Text → the words in it that deny, weaken or condition what it says, or name who says it.

export type Weight = "negation" | "hedge" | "condition" | "speaker";

const PATTERNS: Readonly<Record<Weight, RegExp>> = {
  negation:
    /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|rarely|seldom|denied|denies|deny|refused?|refuses|fail(?:ed|s)? to|unable|unlikely)\b|\b\p{L}+n['’]t\b/giu,
  hedge:
    /\b(?:may|might|could|maybe|perhaps|possibly|possible|probably|likely|apparently|allegedly|alleged|reportedly|supposedly|purported(?:ly)?|suspected|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|believed?|believes|think|thinks|thought|claim(?:s|ed)?|estimated?|estimates|about|around|roughly|approximately|nearly|almost|some|partly|up to|at least|at most|potential(?:ly)?|sometimes|often|usually|generally|largely|mostly)\b/giu,
  condition:
    /\b(?:if|unless|until|provided|providing|assuming|only|except|but|however|although|though|whether|in case|as long as|depending|otherwise|instead)\b/giu,
  speaker:
    /\b(?:said|says|told|according to|claimed|claims|argued|insisted|alleged|reported|wrote|warned)\b/giu,
};

/** The first word of that weight, as written. */
export function findWeight(text: string, weight: Weight): string | undefined {
  return text.match(PATTERNS[weight])?.[0];
}

/** Whether a text has a number, in digits or in words. */
export function hasNumber(text: string): boolean {
  return /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|third|quarter)\b/i.test(
    text,
  );
}
