// Ranked passages → the few that a writer reads, with a place for each strong article.

import type { ScoredPassage } from "../../model/evidence.ts";

/**
 * At most `limit` passages, best first. The best passage of each article comes in before the
 * second of any, as long as it reaches `share` of the best score and takes no more than half of the
 * places: an answer may stand in several articles, and the wordiest must not crowd the others out.
 */
export function selectPassages(
  ranked: readonly ScoredPassage[],
  limit: number,
  share: number,
): ScoredPassage[] {
  const floor = (ranked[0]?.score ?? 0) * share;
  const seen = new Set<string>();
  const firsts = ranked.filter(({ passage, score }) => {
    const isFirst = !seen.has(passage.articleId);
    seen.add(passage.articleId);
    return isFirst && score >= floor;
  });
  const places = new Set([...firsts.slice(0, Math.ceil(limit / 2)), ...ranked]);
  const chosen = new Set([...places].slice(0, limit));
  return ranked.filter((scored) => chosen.has(scored));
}
