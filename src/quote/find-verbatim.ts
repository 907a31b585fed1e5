// A quotation's words and an article → where they stand, byte for byte or in another typography.

import type { Span } from "../core/span.ts";
import { foldTypography, unfoldSpan } from "../text/fold-typography.ts";
import { joinWords } from "../text/normal-form.ts";
import type { JudgedArticle } from "./judged-article.ts";

const MOST_PLACES = 50;
/** What may stand at the end of quoted words by the convention of the sentence around them. */
const CLOSING = /[.,;:\-–—]+$/;
const NEGATING_PREFIX = /(?:non|anti|un|ex|dis|mis|counter|pre|post|ultra)[-‐‑]$/iu;

/** Every place of the words as they are, the same code units, cutting no word in two. */
export function findVerbatim(words: string, article: JudgedArticle): readonly Span[] {
  return findAll(words, article.source.text)
    .map((start) => ({ start, end: start + words.length }))
    .filter((span) => keepsWords(article.source.text, span));
}

/** Every place where only typography differs, and the words that are compared there. */
export function findTypographic(words: string, article: JudgedArticle): readonly Span[] {
  const wanted = foldTypography(joinWords(words)).text.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return [];
  const folded = article.folded();
  return findAll(wanted, folded.text)
    .flatMap((at) => unfoldSpan(folded, at, at + wanted.length) ?? [])
    .filter((span) => keepsWords(article.source.text, span));
}

/** The words without the comma or full stop that the sentence around them put inside the marks. */
export function dropClosing(words: string): string | undefined {
  const dropped = words.replace(CLOSING, "");
  return dropped === words || !/[\p{L}\p{N}]/u.test(dropped) ? undefined : dropped;
}

function findAll(wanted: string, text: string): readonly number[] {
  const found: number[] = [];
  if (wanted === "") return found;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    found.push(at);
    if (found.length === MOST_PLACES) break;
  }
  return found;
}

/**
 * False where the span begins or ends inside a word or a number: "legal" in "illegal", "we can" in
 * "we can't", "5,000" in "15,000" or "5,000.4".
 */
export function keepsWords(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 3);
  return (
    beginsWhole(before, text.slice(start, start + 2)) &&
    endsWhole(text.slice(Math.max(start, end - 2), end), after)
  );
}

function beginsWhole(before: string, first: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(first)) return true;
  if (/[\p{L}\p{M}\p{N}]$/u.test(before) || NEGATING_PREFIX.test(before)) return false;
  return !(/^\d/.test(first) && /\d[.,]$|[\p{Sc}\u2212]$/u.test(before));
}

function endsWhole(last: string, after: string): boolean {
  if (!/[\p{L}\p{N}\p{M}]$/u.test(last)) return true;
  if (/^(?:[\p{L}\p{M}\p{N}]|['’]\p{L})/u.test(after) && !/^['’]s/.test(after)) return false;
  return !(/\d$/.test(last) && /^(?:[.,]\d|%)/.test(after));
}
