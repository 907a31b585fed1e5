// One question's ranked passages and what they should hold → recall, hits, MRR and nDCG.

import type { Judgment, LocatedEvidence, QuestionScores } from "../core/evaluation.ts";
import type { Span } from "../core/span.ts";
import { countWords, squeeze } from "../text/words.ts";

/**
 * They share at least half of the shorter one, for two splitters rarely agree on every end: a
 * heading, a quotation mark or a list number more makes no other sentence.
 */
export function isSameSentence(first: Span, second: Span): boolean {
  const shared = Math.min(first.end, second.end) - Math.max(first.start, second.start);
  return shared > 0 && shared * 2 >= Math.min(first.end - first.start, second.end - second.start);
}

/** What is judged: a place and its text, best first. */
export interface RankedText extends Span {
  readonly articleId: string;
  readonly text: string;
}

export interface Ranking {
  readonly passages: readonly RankedText[];
  readonly sentences: readonly RankedText[];
}

const budgets = [500, 1000, 2000] as const;
const cutoffs = [1, 4, 10] as const;

/**
 * Which of the facts each passage holds, as indices: inside one passage, white space removed, in
 * whichever article it stands (a copy of a report holds its facts too); a whole article's judgment
 * is held by any passage of it.
 */
function findFacts(
  passages: readonly RankedText[],
  evidence: readonly LocatedEvidence[],
): readonly (readonly number[])[] {
  const facts = evidence.map((fact) => squeeze(fact.text));
  return passages.map((passage) => {
    const text = squeeze(passage.text);
    return facts.flatMap((fact, index) => {
      const isHeld =
        fact === "" ? evidence[index]?.articleId === passage.articleId : text.includes(fact);
      return isHeld ? [index] : [];
    });
  });
}

/** Share of the facts held by the passages that fit the budget, in rank order. */
function recallWithin(
  budget: number,
  passages: readonly RankedText[],
  held: readonly (readonly number[])[],
  facts: number,
): number {
  const found = new Set<number>();
  let words = 0;
  for (const [index, passage] of passages.entries()) {
    words += countWords(passage.text);
    if (words > budget) break;
    for (const fact of held[index] ?? []) found.add(fact);
  }
  return found.size / facts;
}

/** The facts held at each rank; when whole articles are judged, an article's first passage alone. */
function listRanks(
  passages: readonly RankedText[],
  held: readonly (readonly number[])[],
  wholeArticles: boolean,
): readonly (readonly number[])[] {
  const ids = passages.map((passage) => passage.articleId);
  return held.filter((_, index) => !wholeArticles || ids.indexOf(ids[index] ?? "") === index);
}

/**
 * Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002), gain = grade. A fact counts at
 * the first rank that holds it; passages that repeat an article already judged whole hold no rank.
 * The ideal has each judgment at a rank of its own, those that the corpus lacks included.
 */
function discountGains(
  { passages }: Ranking,
  held: readonly (readonly number[])[],
  evidence: readonly LocatedEvidence[],
  judgments: readonly Judgment[],
): number {
  const wholeArticles = judgments.every(({ kind }) => kind === "article");
  const ranks = listRanks(passages, held, wholeArticles).slice(0, 10);
  const seen = new Set<number>();
  let gain = 0;
  for (const [rank, facts] of ranks.entries()) {
    for (const fact of facts.filter((index) => !seen.has(index))) {
      seen.add(fact);
      gain += (evidence[fact]?.grade ?? 0) / Math.log2(rank + 2);
    }
  }
  const ideal = judgments
    .map(({ grade }) => grade)
    .sort((low, high) => high - low)
    .slice(0, 10)
    .reduce((sum, grade, position) => sum + grade / Math.log2(position + 2), 0);
  return ideal === 0 ? 0 : Math.min(1, gain / ideal);
}

function rankOfGold(
  sentences: readonly RankedText[],
  evidence: readonly LocatedEvidence[],
): number | undefined {
  const index = sentences.findIndex((sentence) =>
    evidence.some(
      ({ articleId, span }) =>
        span !== undefined && articleId === sentence.articleId && isSameSentence(span, sentence),
    ),
  );
  return index < 0 ? undefined : index + 1;
}

function scoreSentences(
  sentences: readonly RankedText[],
  evidence: readonly LocatedEvidence[],
): QuestionScores {
  const rank = rankOfGold(sentences, evidence) ?? Number.POSITIVE_INFINITY;
  return {
    "sentence-mrr": 1 / rank,
    "sentence-hits@1": Number(rank <= 1),
    "sentence-hits@3": Number(rank <= 3),
  };
}

/**
 * Scores of an answerable question, each 0 to 1. Hits@k: any fact in the first k passages. MRR@10:
 * reciprocal rank of the first passage that holds a fact, 0 beyond ten (Voorhees 1999). `evidence`
 * is what the corpus has of `judgments`; what it lacks counts as not found. Sentences are judged
 * only where a judgment is finer than a whole article.
 */
export function scoreRetrieval(
  ranking: Ranking,
  evidence: readonly LocatedEvidence[],
  judgments: readonly Judgment[],
): QuestionScores {
  const held = findFacts(ranking.passages, evidence);
  const first = held.findIndex((facts) => facts.length > 0) + 1 || Number.POSITIVE_INFINITY;
  const scores: Record<string, number> = {};
  for (const budget of budgets) {
    scores[`recall@${budget}w`] = recallWithin(budget, ranking.passages, held, judgments.length);
  }
  for (const cutoff of cutoffs) scores[`hits@${cutoff}`] = Number(first <= cutoff);
  scores["mrr@10"] = first <= 10 ? 1 / first : 0;
  scores["ndcg@10"] = discountGains(ranking, held, evidence, judgments);
  const isFine = judgments.some(({ kind }) => kind !== "article");
  return isFine ? { ...scores, ...scoreSentences(ranking.sentences, evidence) } : scores;
}
