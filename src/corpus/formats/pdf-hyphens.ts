// A document's lines → how two of them join: `exam-` and `ple` to one word, `well-` and `known` with their hyphen.

const BROKEN = /(?<first>[\p{L}\p{M}’']+(?:[-‐\u00ad][\p{L}\p{M}’']+)*)(?<hyphen>[-‐\u00ad])$/u;
const NEXT = /^(?<second>[\p{L}\p{M}’']+(?:[-‐\u00ad][\p{L}\p{M}’']+)*)/u;
const WORD = /[\p{L}\p{M}’']+(?:[-‐\u00ad][\p{L}\p{M}’']+)*/gu;
/** What follows a hyphen that stands for a word to come: `first- and second-class`. */
const SUSPENDED = /^(?:and|or|to) [\p{L}]+[-‐]/u;
/** Words that open more compounds than they break into. */
const OPENERS =
  /^(?:well|self|non|ex|half|long|short|high|low|full|part|cross|anti|pro|mid|vice|all|so|far|ill|old|new|ever|never|much|much|best|better|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** How a document writes its words. */
export interface Spelling {
  /** How often each word stands inside a line, compounds with their hyphen. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether soft hyphens are only where words are broken: some fonts have them for every hyphen. */
  readonly softBreaks: boolean;
}

/** Of lines in their order; what is broken at a line's end is no word. */
export function readSpelling(lines: readonly string[]): Spelling {
  const counts = new Map<string, number>();
  let isBroken = false;
  for (const line of lines) {
    const begun = isBroken ? line.replace(NEXT, "") : line;
    isBroken = BROKEN.test(line);
    for (const word of begun.replace(BROKEN, "").match(WORD) ?? []) {
      const key = foldHyphens(word).toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return { counts, softBreaks: !lines.some((line) => /\u00ad./u.test(line)) };
}

const foldHyphens = (word: string): string => word.replace(/[‐\u00ad]/g, "-");

/** Soft hyphens that are seen are hyphens. */
export function showHyphens(text: string): string {
  return text.replaceAll("\u00ad", "-");
}

/** What is put for the end of a line, `cut` letters of which are left out before: `{cut: 1, put: ""}` joins a broken word. */
export interface LineJoin {
  readonly cut: number;
  readonly put: string;
}

export function joinLines(line: string, next: string, spelling: Spelling): LineJoin {
  const { first, hyphen } = BROKEN.exec(line)?.groups ?? {};
  const { second } = NEXT.exec(next)?.groups ?? {};
  if (hyphen === "\u00ad" && spelling.softBreaks) return { cut: 1, put: "" };
  if (first === undefined || second === undefined) {
    const goesOn = /[\p{L}\d][-‐–—/]$/u.test(line) && /^[\p{L}\d]/u.test(next);
    return { cut: 0, put: goesOn ? "" : " " };
  }
  if (SUSPENDED.test(next)) return { cut: 0, put: " " };
  const isWhole = isCompound(foldHyphens(first), foldHyphens(second), spelling.counts);
  return { cut: isWhole ? 0 : 1, put: "" };
}

/** By how the document writes it elsewhere; else by what a hyphen mostly is behind such a word. */
function isCompound(first: string, second: string, words: Spelling["counts"]): boolean {
  if (/^\p{Lu}/u.test(second)) return true;
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const [joined, compound] = [count(first + second), count(`${first}-${second}`)];
  if (joined !== compound) return compound > joined;
  const [last = "", ...before] = first.split("-").reverse();
  return before.length > 0 ? count(last) > 0 && count(second) > 0 : OPENERS.test(last);
}
