// A word, a phrase or a regular expression → where it stands in a text of one typography, in time that grows with the text alone.

import type { RE2JS } from "re2js";
import { PullquoteError } from "../core/errors.ts";
import type { Span } from "../core/span.ts";
import { foldTypography } from "../text/fold-typography.ts";
import { joinWords } from "../text/normal-form.ts";

export interface PatternOptions {
  /** `A` is `a`. */
  readonly ignoreCase?: boolean;
  /** The pattern is a regular expression, as RE2 has them: no look-around and no back references. */
  readonly regex?: boolean;
}

export interface Pattern {
  /** In a text in the form of `foldTypography`: every match, in order, none within another. */
  find(folded: string): readonly Span[];
  /** False only for a text, as it lies in the file, that has no match in any form: most need no folding. */
  mayStandIn(text: string): boolean;
}

/** A pattern longer than this was pasted by mistake. */
const LONGEST = 1000;

/**
 * A phrase cuts no word in two: "art" does not stand in "article". Quotation marks, dashes, spaces and
 * composed letters of any shape are one, in the pattern as in the text.
 * @throws PullquoteError `bad-setting` for an empty pattern, one too long, and one that is no expression
 */
export async function compilePattern(
  pattern: string,
  { ignoreCase = false, regex = false }: PatternOptions,
): Promise<Pattern> {
  if (pattern.trim() === "" || pattern.length > LONGEST) {
    throw refuse(
      pattern.length > LONGEST
        ? `The pattern has ${pattern.length} characters; at most ${LONGEST} are read.`
        : "The pattern is empty.",
    );
  }
  return regex ? compileExpression(pattern, ignoreCase) : compilePhrase(pattern, ignoreCase);
}

function compilePhrase(pattern: string, ignoreCase: boolean): Pattern {
  const fold = ignoreCase ? lowerCase : (text: string): string => text;
  const words = fold(foldTypography(joinWords(pattern)).text.trim());
  if (words === "") throw refuse("Nothing in the pattern is seen: white space and joiners alone.");
  const [rare = ""] = (words.match(/[A-Za-z0-9]+/g) ?? []).sort(
    (one, other) => other.length - one.length,
  );
  const isHere = new RegExp(rare, ignoreCase ? "iu" : "u");
  const find = (folded: string): readonly Span[] => {
    const text = fold(folded);
    const found: Span[] = [];
    for (let at = text.indexOf(words); at >= 0; ) {
      const end = at + words.length;
      const isWhole = keepsWords(text, at, end);
      if (isWhole) found.push({ start: at, end });
      at = text.indexOf(words, isWhole ? end : at + 1);
    }
    return found;
  };
  return { find, mayStandIn: (text) => isHere.test(text) || HIDING.test(text) };
}

/** What may stand within a word of the file and not be seen, or be seen as other letters. */
const HIDING =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufb00-\ufb06\uff01-\uff5e\u212a\u017f*_\\`<&[\]=]|[-\u2010][ \t]*\r?\n/u;

const WORD_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}]/u;

function keepsWords(text: string, start: number, end: number): boolean {
  const [first, last] = [text.slice(start, start + 2), text.slice(end - 2, end)];
  const cutsBefore =
    WORD_AFTER.test(first) && WORD_BEFORE.test(text.slice(Math.max(0, start - 2), start));
  const cutsAfter = WORD_BEFORE.test(last) && WORD_AFTER.test(text.slice(end, end + 2));
  return !(cutsBefore || cutsAfter);
}

/** Of the same length: a letter whose small form is longer stays as it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");
}

/** RE2 tries no way twice: the time is the text's length times the pattern's, whatever the pattern. */
async function compileExpression(pattern: string, ignoreCase: boolean): Promise<Pattern> {
  const { RE2JS } = await import("re2js");
  const plain = pattern.replaceAll(/[‘’“”„«»"]/gu, "'").replaceAll(/[‐‑‒–—―]/gu, "-");
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(plain, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw refuse(`--regex: this is no expression that can be searched for: ${detail}`, cause);
  }
  const find = (folded: string): readonly Span[] => {
    const matcher = compiled.matcher(folded);
    const found: Span[] = [];
    while (matcher.find()) {
      const [start, end] = [matcher.start(), matcher.end()];
      if (end > start) found.push({ start, end });
    }
    return found;
  };
  return { find, mayStandIn: () => true };
}

function refuse(message: string, cause?: unknown): PullquoteError {
  const hint =
    'A word, a phrase, or with --regex an expression: pullquote grep --regex "air ?strikes?"';
  return new PullquoteError({ code: "bad-setting", message, hint, cause });
}
