// A ranking's name → its retrieval settings.

import type { RetrievalSettings } from "../../model/retrieval-settings.ts";

export type RankingName = "full-text" | "dense" | "fused" | "hybrid";

/** The rankings that an evaluation can compare; `hybrid` is what answers and searches use. */
export const RANKINGS: Readonly<Record<RankingName, RetrievalSettings>> = {
  "full-text": { legs: ["full-text"], rerank: false, spread: false },
  dense: { legs: ["dense"], rerank: false, spread: false },
  fused: { legs: ["dense", "full-text"], rerank: false, spread: false },
  hybrid: { legs: ["dense", "full-text"], rerank: true, spread: true },
};

/** From the simplest to the whole. */
export const RANKING_NAMES: readonly RankingName[] = ["full-text", "dense", "fused", "hybrid"];
