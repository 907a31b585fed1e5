// A document's lines → how two of them join: `exam-` and `ple` to one word, `well-` and `known` with their hyphen.

const BROKEN = /(?<first>[\p{L}\p{M}’']+)(?<hyphen>[-‐\u00ad])$/u;
const NEXT = /^(?<second>[\p{L}\p{M}’']+(?:[-‐][\p{L}\p{M}’']+)*)/u;
const WORD = /[\p{L}\p{M}’']+(?:[-‐][\p{L}\p{M}’']+)*/gu;
/** Words that open more compounds than they break into. */
const OPENERS =
  /^(?:well|self|non|ex|half|long|short|high|low|full|part|cross|anti|pro|mid|vice|all|so|far|ill|old|new|ever|never|much|much|best|better|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** How often each word stands inside a line, compounds with their hyphen. */
export type WordCounts = ReadonlyMap<string, number>;

export function countWords(lines: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = line.match(WORD) ?? [];
    for (const word of words) {
      const key = word.toLowerCase().replaceAll("‐", "-");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** What is put for the end of a line, `cut` letters of which are left out before: `{cut: 1, put: ""}` joins a broken word. */
export interface LineJoin {
  readonly cut: number;
  readonly put: string;
}

export function joinLines(line: string, next: string, words: WordCounts): LineJoin {
  const { first, hyphen } = BROKEN.exec(line)?.groups ?? {};
  const { second } = NEXT.exec(next)?.groups ?? {};
  if (hyphen === "\u00ad") return { cut: 1, put: "" };
  if (first === undefined || second === undefined) {
    const goesOn = /[\p{L}\d][-‐–—/]$/u.test(line) && /^[\p{L}\d]/u.test(next);
    return { cut: 0, put: goesOn ? "" : " " };
  }
  if (/^(?:and|or|to)$/i.test(second)) return { cut: 0, put: " " };
  return { cut: isCompound(line, first, second, words) ? 0 : 1, put: "" };
}

function isCompound(line: string, first: string, second: string, words: WordCounts): boolean {
  if (/^\p{Lu}/u.test(second)) return true;
  if (/[-‐\d]$/.test(line.slice(0, -first.length - 1))) return true;
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const [joined, compound] = [count(first + second), count(`${first}-${second}`)];
  return joined !== compound ? compound > joined : OPENERS.test(first);
}
