// A draft claim or position and the files just read → the same, no quote cut from its hedge, its negation or its subject, none with half of a pair of marks that it can do without.

import type { SourceText } from "../core/article.ts";
import type { DraftQuote } from "../core/draft.ts";
import type { Span } from "../core/span.ts";
import { splitSentences } from "../english/split-sentences.ts";
import { linesAround } from "../text/lines.ts";
import { tellsSameSpeaker, tellsSubject } from "./attribute-quotes.ts";
import { expandToHedge, expandToSubject } from "./expand-to-context.ts";
import { trimToSpoken } from "./trim-to-spoken.ts";

/**
 * A quote that does not stand is left as it is, for verification to refuse. One that then lies in
 * another one of the claim is dropped.
 */
export function expandQuotes<Draft extends { readonly quotes: readonly DraftQuote[] }>(
  claim: Draft,
  files: ReadonlyMap<string, SourceText>,
): Draft {
  const expanded = claim.quotes.map((quote) =>
    expandQuote(quote, files.get(quote.articleId)?.text, claim.quotes),
  );
  const quotes = expanded.filter(
    (quote, place) =>
      !expanded.some(
        (other, at) => at !== place && holds(other, quote) && (at < place || !holds(quote, other)),
      ),
  );
  return { ...claim, quotes };
}

function expandQuote(
  quote: DraftQuote,
  text: string | undefined,
  quotes: readonly DraftQuote[],
): DraftQuote {
  if (text === undefined || text.slice(quote.start, quote.end) !== quote.text) return quote;
  if (quote.text === "") return quote;
  const sentences = splitAround(text, quote);
  const whole = expandToHedge(text, quote, sentences);
  const others = quotes.filter((one) => one !== quote && one.articleId === quote.articleId);
  const isNamed = tellsSubject(text, whole);
  const clear = expandToSubject(text, whole, { sentences, others, isNamed });
  const spoken = trimToSpoken(text, clear);
  const isTrimmed = spoken !== clear && tellsSameSpeaker(text, clear, spoken);
  const { start, end } = isTrimmed ? spoken : clear;
  return { ...quote, start, end, text: text.slice(start, end) };
}

function holds(one: DraftQuote, other: DraftQuote): boolean {
  return one.articleId === other.articleId && one.start <= other.start && other.end <= one.end;
}

/** The sentences of the span's lines, and of the nearest line before and behind that has any. */
function splitAround(text: string, span: Span): readonly Span[] {
  const { start: from, end: to } = linesAround(text, span);
  const before = text.slice(0, from).trimEnd().length;
  const behind = to + (/^\s*/u.exec(text.slice(to))?.[0].length ?? 0);
  return [
    linesAround(text, { start: before, end: before }),
    ...splitLines(text, from, to),
    { start: behind, end: linesAround(text, { start: behind, end: behind }).end },
  ].flatMap((line) => (line.start < line.end ? splitSentences(text, line) : []));
}

function splitLines(text: string, from: number, to: number): readonly Span[] {
  const lines: Span[] = [];
  let start = from;
  for (const line of text.slice(from, to).split("\n")) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}
