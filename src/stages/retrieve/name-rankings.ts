// A ranking's name → its retrieval settings.

import type { RetrievalSettings } from "../../model/retrieval-settings.ts";

export type RankingName = "full-text" | "dense" | "fused" | "reranked" | "hybrid";

/** The rankings that an evaluation can compare; searches show `reranked`, writers read `hybrid`. */
export const RANKINGS: Readonly<Record<RankingName, RetrievalSettings>> = {
  "full-text": { legs: ["full-text"], rerank: false, spread: false, focus: false },
  dense: { legs: ["dense"], rerank: false, spread: false, focus: false },
  fused: { legs: ["dense", "full-text"], rerank: false, spread: false, focus: false },
  reranked: { legs: ["dense", "full-text"], rerank: true, spread: true, focus: false },
  hybrid: { legs: ["dense", "full-text"], rerank: true, spread: true, focus: true },
};

/** From the simplest to the whole. */
export const RANKING_NAMES: readonly RankingName[] = [
  "full-text",
  "dense",
  "fused",
  "reranked",
  "hybrid",
];
