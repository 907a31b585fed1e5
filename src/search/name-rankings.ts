// A ranking's name → its retrieval settings.

import type { RetrievalSettings } from "../core/evidence.ts";

export type RankingName = "full-text" | "dense" | "fused" | "hybrid";

/** The rankings that an evaluation can compare; `hybrid` is what ships. */
export const RANKINGS: Readonly<Record<RankingName, RetrievalSettings>> = {
  "full-text": { legs: ["full-text"], read: false },
  dense: { legs: ["dense"], read: false },
  fused: { legs: ["dense", "full-text"], read: false },
  hybrid: { legs: ["dense", "full-text"], read: true },
};

/** From the simplest to the whole. */
export const RANKING_NAMES: readonly RankingName[] = ["full-text", "dense", "fused", "hybrid"];
