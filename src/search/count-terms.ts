// Passages found and the question's stems → how often each sentence, passage and article holds them, and how many of the passages hold each.

import { listArticleNames } from "../core/article.ts";
import type { ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { QuestionTerm } from "../core/question.ts";
import type { AskedTerm } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { composeHeading } from "../corpus/read/compose-passage-text.ts";
import { listContentStems } from "../english/stems.ts";

/** How often a text holds each of the question's stems, in their order, and how many stems it has. */
export interface TermCounts {
  readonly counts: readonly number[];
  readonly length: number;
}

export interface CountedSentence extends TermCounts, Span {
  /** Its place among the passages. */
  readonly passage: number;
}

/** Passages and articles are counted with their headings (title, names, day), sentences without. */
export interface CountedPassages {
  /** Passage by passage, in the order of the text. */
  readonly sentences: readonly CountedSentence[];
  /** Beside the passages that were given. */
  readonly passages: readonly TermCounts[];
  /** The passages' articles, beside them. */
  readonly articleIds: readonly string[];
  /** By article id: its heading and what was found of it. */
  readonly articles: ReadonlyMap<string, TermCounts>;
}

export function countTerms(
  found: readonly ScoredPassage[],
  records: ReadonlyMap<string, ArticleRecord>,
  stems: readonly string[],
): CountedPassages {
  const places = new Map(stems.map((stem, place) => [stem, place]));
  const headings = new Map<string, TermCounts>();
  for (const { passage } of found) {
    const id = passage.articleId;
    if (!headings.has(id)) headings.set(id, countText(readHeading(records.get(id)), places));
  }
  const articles = new Map(headings);
  const sentences: CountedSentence[] = [];
  const passages = found.map(({ passage }, place) => {
    const id = passage.articleId;
    const own = passage.sentences.map(({ start, end }) => {
      const text = passage.text.slice(start - passage.start, end - passage.start);
      return { ...countText(text, places), start, end, passage: place };
    });
    sentences.push(...own);
    articles.set(id, addCounts([articles.get(id), ...own], stems.length));
    return addCounts([headings.get(id), ...own], stems.length);
  });
  const articleIds = found.map(({ passage }) => passage.articleId);
  return { sentences, passages, articleIds, articles };
}

function countText(text: string, places: ReadonlyMap<string, number>): TermCounts {
  const counts = Array.from(places, () => 0);
  const stems = listContentStems(text);
  for (const stem of stems) {
    const place = places.get(stem);
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return { counts, length: stems.length };
}

function addCounts(parts: readonly (TermCounts | undefined)[], stems: number): TermCounts {
  const counts = Array.from({ length: stems }, () => 0);
  let length = 0;
  for (const part of parts) {
    length += part?.length ?? 0;
    for (const [place, count] of part?.counts.entries() ?? []) {
      counts[place] = (counts[place] ?? 0) + count;
    }
  }
  return { counts, length };
}

/** Nothing for an article that is not known. */
function readHeading(record: ArticleRecord | undefined): string {
  if (record === undefined) return "";
  const { metadata } = record;
  return composeHeading(listArticleNames(metadata), metadata.published?.value);
}

/**
 * Full-text search brings rare words to the top, so a word that none of the passages found holds is,
 * but for very long result lists, in none of those searched.
 */
export function surveyTerms(
  terms: readonly AskedTerm[],
  found: readonly StoredPassage[],
  records: ReadonlyMap<string, ArticleRecord>,
): QuestionTerm[] {
  const holding = found.map(({ articleId, text }) => {
    const heading = readHeading(records.get(articleId));
    return new Set([...listContentStems(heading), ...listContentStems(text)]);
  });
  return terms.map((term) => ({
    ...term,
    passages: holding.filter((stems) => stems.has(term.stem)).length,
  }));
}
