// Passages found and the question's stems → how often each sentence, passage and article holds them.

import type { ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Span } from "../core/span.ts";
import { listContentStems } from "../english/stems.ts";
import { readHeading } from "./read-heading.ts";

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
