// A pattern and the corpus's files → every sentence that has it, article by article, each match with its place.

import type { Article, ExclusionReason } from "../core/article.ts";
import type { Concordance, FoundSentence } from "../core/listing.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Filters } from "../core/question.ts";
import type { Span } from "../core/span.ts";
import { splitSentences } from "../english/split-sentences.ts";
import { mintExcerpt } from "../quote/mint-quote.ts";
import { type FoldedText, foldTypography, unfoldSpan } from "../text/fold-typography.ts";
import { linesAt } from "../text/lines.ts";
import { normalizeText } from "../text/normal-form.ts";
import { compilePattern, type Pattern, type PatternOptions } from "./compile-pattern.ts";
import { readCorpus } from "./read-corpus.ts";

export interface GrepAsked extends PatternOptions {
  readonly pattern: string;
  readonly filters: Filters;
}

/**
 * All that an article shows is searched, headings, captions and bylines too, but for front matter. A phrase
 * may go over a sentence's end: both sentences are then one. An expression is looked for in each sentence.
 * @throws PullquoteError `bad-setting` for a pattern that is none, and of the source
 */
export async function grepArticles(
  { pattern, filters, ...options }: GrepAsked,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<Concordance> {
  const compiled = await compilePattern(pattern, options);
  const articles: Concordance["articles"][number][] = [];
  const counts = await readCorpus(
    source,
    filters,
    (article) => {
      const found = searchArticle(article, compiled, options.regex === true);
      const { id, path, metadata } = article;
      if (found.length > 0) articles.push({ article: { id, path, metadata }, found });
    },
    { wants: ({ text }) => compiled.mayStandIn(text), signal },
  );
  const matches = articles
    .flatMap(({ found }) => found)
    .reduce((sum, sentence) => sum + sentence.matches.length, 0);
  return { pattern, articles, matches, ...counts };
}

interface Part extends Span {
  readonly part?: ExclusionReason | "heading";
}

function listParts({ blocks, excluded }: Article): readonly Part[] {
  const around = excluded
    .filter(({ reason }) => reason !== "front-matter")
    .map(({ start, end, reason }) => ({ start, end, part: reason }));
  const prose = blocks.map(({ start, end, kind }) => ({
    start,
    end,
    ...(kind === "heading" && { part: kind }),
  }));
  return [...prose, ...around].sort((one, other) => one.start - other.start);
}

function searchArticle(
  article: Article,
  pattern: Pattern,
  isBySentence: boolean,
): readonly FoundSentence[] {
  const { text } = article;
  const hits = listParts(article).flatMap((part) => {
    if (!pattern.mayStandIn(text.slice(part.start, part.end))) return [];
    const spans = isBySentence ? splitSentences(text, part) : [part];
    const matches = spans.flatMap((span) => matchSpan(text, span, pattern));
    if (matches.length === 0) return [];
    return groupMatches(isBySentence ? spans : splitSentences(text, part), matches).map((hit) => ({
      ...hit,
      part: part.part,
    }));
  });
  const lines = linesAt(
    text,
    hits.map(({ span }) => span.start),
  );
  return hits.map(({ span, matches, part }, at) => ({
    excerpt: mintExcerpt(article, span),
    line: lines[at] ?? 1,
    matches,
    ...(part !== undefined && { part }),
  }));
}

function matchSpan(text: string, { start, end }: Span, pattern: Pattern): readonly Span[] {
  const words = text.slice(start, end);
  const folded: FoldedText = normalizeText(words) ?? foldTypography(words);
  return pattern.find(folded.text).flatMap((match) => {
    const span = unfoldSpan(folded, match.start, match.end);
    return span === undefined ? [] : [{ start: start + span.start, end: start + span.end }];
  });
}

/** Each sentence with the matches that begin in it; sentences that one match joins are one. */
function groupMatches(
  sentences: readonly Span[],
  matches: readonly Span[],
): readonly { readonly span: Span; readonly matches: readonly Span[] }[] {
  const groups: { span: Span; matches: Span[] }[] = [];
  for (const match of matches) {
    const met = sentences.filter(({ start, end }) => start < match.end && match.start < end);
    const [first = match] = met;
    const span = {
      start: Math.min(first.start, match.start),
      end: Math.max((met.at(-1) ?? match).end, match.end),
    };
    const last = groups.at(-1);
    if (last !== undefined && span.start < last.span.end) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
      last.matches.push(match);
    } else groups.push({ span, matches: [match] });
  }
  return groups;
}
