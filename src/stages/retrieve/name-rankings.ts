// A ranking's name → its retrieval settings.

import type { RetrievalSettings } from "../../model/retrieval-settings.ts";

/** The rankings that an evaluation can compare; `hybrid` is what answers and searches use. */
export const RANKINGS = {
  "full-text": { legs: ["full-text"], rerank: false, spread: false },
  dense: { legs: ["dense"], rerank: false, spread: false },
  fused: { legs: ["dense", "full-text"], rerank: false, spread: false },
  hybrid: { legs: ["dense", "full-text"], rerank: true, spread: true },
} as const satisfies Readonly<Record<string, RetrievalSettings>>;

export type RankingName = keyof typeof RANKINGS;

export const isRankingName = (name: string): name is RankingName => Object.hasOwn(RANKINGS, name);
