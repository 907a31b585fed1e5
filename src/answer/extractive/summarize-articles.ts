// Evidence of whole articles → claims that quote each article's opening and its most central sentences.

import type { DraftPart } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { Span } from "../../core/span.ts";
import { listContentStems } from "../../english/stems.ts";
import { countWords } from "../../text/words.ts";
import { introduceArticle } from "./introduce-article.ts";

/** Sentences of one article where it is alone, where there are few, where there are many. */
const ALONE = 5;
const OF_FEW = 3;
const OF_MANY = 2;
const FEW = 3;
/** Shorter ones are headings or say little; longer ones are lists. */
const LEAST_WORDS = 8;
const MOST_WORDS = 60;
/** What the last sentence of an article counts for beside the first: news tells the main things first. */
const LAST_SHARE = 0.5;
/** A sentence that leans on the one before it summarizes nothing. */
const LEANS =
  /^[\s“"'‘(]*(?:he|she|it|they|his|her|their|its|this|that|these|those|but|and|so|yet|also|instead|moreover|however|in addition|additionally|another|such|as a result|meanwhile|for instance|for example|in doing so|one of)\b/iu;

interface Weighed extends PlainSentence {
  readonly stems: ReadonlySet<string>;
  /** Between 1 for the article's first sentence and `LAST_SHARE` for its last. */
  readonly place: number;
}

/** One claim an article, quotes in its order; a note where not all articles have a place. */
export function summarizeArticles(evidence: Evidence): DraftPart[] {
  const byArticle = new Map<string, PlainSentence[]>();
  for (const sentence of listSentences(evidence)) {
    const { articleId } = sentence;
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), sentence]);
  }
  const room = roomFor(byArticle.size);
  const claims = [...byArticle].flatMap(([articleId, sentences]): DraftPart[] => {
    const quotes = chooseCentral(sentences, room);
    const text = introduceArticle(articleId, evidence.articles.get(articleId));
    return quotes.length === 0 ? [] : [{ kind: "claim", text, quotes }];
  });
  if (claims.length === 0) {
    const detail = "No article that was searched has a sentence that sums it up.";
    return [{ kind: "abstention", reason: "no-match", detail, closest: [] }];
  }
  const asked = evidence.summary?.articles ?? byArticle.size;
  if (asked <= byArticle.size) return claims;
  const text = `Summarized ${byArticle.size} of ${asked} articles: name one, or filter.`;
  return [...claims, { kind: "note", code: "cut", text }];
}

function roomFor(articles: number): number {
  if (articles === 1) return ALONE;
  return articles <= FEW ? OF_FEW : OF_MANY;
}

/**
 * The opening sentence, then those whose words the article uses most (SumBasic, Nenkova & Vanderwende
 * 2005: each word's share of the article, squared once it is said), the earlier ones before.
 */
function chooseCentral(sentences: readonly PlainSentence[], room: number): PlainSentence[] {
  const weighed = weighSentences(sentences);
  const shares = countShares(weighed);
  const chosen: Weighed[] = [];
  while (chosen.length < room) {
    const left = weighed.filter((sentence) => !chosen.includes(sentence));
    const next = chosen.length === 0 ? left[0] : pickBest(left, shares);
    if (next === undefined) break;
    chosen.push(next);
    for (const stem of next.stems) shares.set(stem, (shares.get(stem) ?? 0) ** 2);
  }
  return chosen
    .sort((one, other) => one.start - other.start)
    .map(({ articleId, start, end, text }) => ({ articleId, start, end, text }));
}

/** Those that can stand alone, in the article's order. */
function weighSentences(sentences: readonly PlainSentence[]): Weighed[] {
  const ordered = sentences.toSorted((one, other) => one.start - other.start);
  return ordered.flatMap((sentence, index) => {
    const words = countWords(sentence.text);
    const isWhole = /[.!?…]["'”’)\]]*$/u.test(sentence.text.trim());
    if (words < LEAST_WORDS || words > MOST_WORDS || !isWhole) return [];
    if (LEANS.test(sentence.text) || isOpenQuotation(sentence.text)) return [];
    const place = 1 - ((1 - LAST_SHARE) * index) / ordered.length;
    return [{ ...sentence, place, stems: new Set(listContentStems(sentence.text)) }];
  });
}

/** A quotation that begins or ends in another sentence. */
function isOpenQuotation(text: string): boolean {
  return text.split("“").length !== text.split("”").length;
}

function countShares(sentences: readonly Weighed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of sentences) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  for (const [stem, count] of counts) counts.set(stem, count / sentences.length);
  return counts;
}

function pickBest(
  sentences: readonly Weighed[],
  shares: ReadonlyMap<string, number>,
): Weighed | undefined {
  const scoreOf = ({ stems, place }: Weighed): number => {
    const sum = [...stems].reduce((total, stem) => total + (shares.get(stem) ?? 0), 0);
    return (sum / Math.max(1, stems.size)) * place;
  };
  return sentences.toSorted((one, other) => scoreOf(other) - scoreOf(one))[0];
}

/** `text` is the article's at `[start, end)`. */
export interface PlainSentence extends Span {
  readonly articleId: string;
  readonly text: string;
}

/** Evidence of whole articles → their sentences, article by article, in order. */
function listSentences({ passages }: Evidence): readonly PlainSentence[] {
  return passages.flatMap(({ passage }) =>
    passage.sentences.map(({ start, end }) => ({
      articleId: passage.articleId,
      start,
      end,
      text: passage.text.slice(start - passage.start, end - passage.start),
    })),
  );
}
