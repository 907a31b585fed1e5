// Evidence, or quotes of a position → the same without what a copy only repeats.

import type { DraftComparison } from "../../core/comparison.ts";
import type { DraftQuote } from "../../core/draft.ts";
import type { Evidence, ScoredPassage } from "../../core/evidence.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { Span } from "../../core/span.ts";
import { listNameWords } from "../../english/names.ts";
import { findPlainQuantities } from "../../english/quantities.ts";
import { listContentStems } from "../../english/stems.ts";
import { measureContainment } from "../../text/similarity.ts";
import { listCopiesOf, toTraced } from "./judge-copy.ts";
import { COPIED_SENTENCE_SHARE } from "./thresholds.ts";

/** The amounts told, however they are written. */
function listQuantities(text: string): string[] {
  return findPlainQuantities(text).map(({ value, measure }) => `${value} ${measure?.dimension}`);
}

interface ReadSentence extends Span {
  readonly stems: ReadonlySet<string>;
  readonly quantities: readonly string[];
  /** Words of names, folded. */
  readonly names: readonly string[];
}

/**
 * Of articles that copy one another, the one with the best passage speaks; from the others only what
 * it does not say is left, figures and names that differ included. A passage left without sentences is gone.
 */
export function setAsideCopies(evidence: Evidence): Evidence {
  const speakers = chooseSpeakers(evidence);
  if (speakers.size === 0) return evidence;
  const sentences = new Map<string, readonly ReadSentence[]>();
  const read = (articleId: string): readonly ReadSentence[] => {
    const known = sentences.get(articleId) ?? readSentences(evidence.passages, articleId);
    sentences.set(articleId, known);
    return known;
  };
  const passages = evidence.passages.flatMap((scored) => {
    const originals = speakers.get(scored.passage.articleId);
    if (originals === undefined) return scored;
    const said = originals.flatMap(read);
    const own = readPassage(scored);
    const left = own.filter((sentence) => !said.some((other) => saysTheSame(sentence, other)));
    if (left.length === own.length) return scored;
    const spans = left.map(({ start, end }) => ({ start, end }));
    return spans.length === 0
      ? []
      : { ...scored, passage: { ...scored.passage, sentences: spans } };
  });
  return { ...evidence, passages };
}

/** For each article that copies one that comes before it in the evidence: those. */
function chooseSpeakers({ passages, articles }: Evidence): ReadonlyMap<string, readonly string[]> {
  const ids = [...new Set(passages.map(({ passage }) => passage.articleId))];
  const traced = ids.flatMap((id) => toTraced(articles.get(id)) ?? []);
  const speakers = new Map<string, readonly string[]>();
  for (const [place, article] of traced.entries()) {
    const originals = listCopiesOf(article, traced.slice(0, place));
    if (originals.length > 0) speakers.set(article.id, originals);
  }
  return speakers;
}

function readSentences(
  passages: readonly ScoredPassage[],
  articleId: string,
): readonly ReadSentence[] {
  return passages.filter(({ passage }) => passage.articleId === articleId).flatMap(readPassage);
}

function readPassage({ passage }: ScoredPassage): readonly ReadSentence[] {
  return passage.sentences.map(({ start, end }) => {
    const text = passage.text.slice(start - passage.start, end - passage.start);
    return {
      start,
      end,
      stems: new Set(listContentStems(text)),
      quantities: listQuantities(text),
      names: listNameWords(text),
    };
  });
}

function saysTheSame(one: ReadSentence, other: ReadSentence): boolean {
  return (
    measureContainment(one.stems, other.stems) >= COPIED_SENTENCE_SHARE &&
    one.quantities.every((quantity) => other.quantities.includes(quantity)) &&
    one.names.every((name) => other.names.includes(name))
  );
}

/**
 * Copies that take the same position are one voice: one that is `cited` above speaks, else the first of
 * them. Other positions keep theirs.
 */
export function dropCopiedQuotes(
  { verdict, positions }: DraftComparison,
  articles: ReadonlyMap<string, ArticleRecord>,
  cited: ReadonlySet<string>,
): DraftComparison {
  return {
    verdict,
    positions: positions.map((position) => ({
      ...position,
      quotes: keepOriginals(position.quotes, articles, cited),
    })),
  };
}

function keepOriginals(
  quotes: readonly DraftQuote[],
  articles: ReadonlyMap<string, ArticleRecord>,
  cited: ReadonlySet<string>,
): readonly DraftQuote[] {
  const found = [...new Set(quotes.map(({ articleId }) => articleId))];
  const ids = found.toSorted((one, other) => Number(cited.has(other)) - Number(cited.has(one)));
  const traced = ids.flatMap((id) => toTraced(articles.get(id)) ?? []);
  const copied = new Set(
    traced.flatMap((article, place) =>
      listCopiesOf(article, traced.slice(0, place)).length > 0 ? [article.id] : [],
    ),
  );
  return quotes.filter(({ articleId }) => !copied.has(articleId));
}
