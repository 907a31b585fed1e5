// Fused passages → the same, ordered with their article's weight and the question's words.

import type { ScoredPassage } from "../../model/evidence.ts";
import type { QuestionTerm } from "../../model/question.ts";
import { listContentStems } from "../../text/stems.ts";
import { weighTerm } from "../../text/term-weight.ts";

const ARTICLE_SHARE = 0.2;
const COVERAGE_SHARE = 0.5;

/**
 * Adds to each passage a part of its article's best score (a passage of the right article deserves
 * more) and of the weighted share of the question's words that it holds. Returns a new order.
 */
export function rerankPassages(
  passages: readonly ScoredPassage[],
  terms: readonly QuestionTerm[],
): ScoredPassage[] {
  const best = new Map<string, number>();
  for (const { passage, score } of passages) {
    best.set(passage.articleId, Math.max(score, best.get(passage.articleId) ?? 0));
  }
  return passages
    .map((scored) => {
      const article = best.get(scored.passage.articleId) ?? 0;
      const coverage = measureCoverage(scored.passage.text, terms, passages.length);
      const score = scored.score + ARTICLE_SHARE * article + COVERAGE_SHARE * coverage;
      return { ...scored, score };
    })
    .sort((one, other) => other.score - one.score);
}

function measureCoverage(text: string, terms: readonly QuestionTerm[], among: number): number {
  const stems = new Set(listContentStems(text));
  let whole = 0;
  let held = 0;
  for (const term of terms) {
    const weight = weighTerm(term.passages, among);
    whole += weight;
    if (stems.has(term.stem)) held += weight;
  }
  return whole === 0 ? 0 : held / whole;
}
