// What was found for a question → the positions that articles take on it, to be verified.

import type { DraftComparison } from "../model/comparison.ts";
import type { DraftQuote } from "../model/draft.ts";
import type { Evidence } from "../model/evidence.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { FoundPassages } from "../search/find-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";

/** `source` tells who says a sentence. */
export interface ComparisonPorts extends ReadingPorts {
  readonly source: ArticleSource;
}

/** `comparison` is absent where the sentences found give nothing to compare. */
export interface FoundComparison {
  readonly evidence: Evidence;
  readonly comparison: DraftComparison | undefined;
  /** Without a comparison: what comes nearest to the question. */
  readonly closest: readonly DraftQuote[];
}

/** @throws PullquoteError `index-damaged` | `embedder-failed` | `interrupted` */
export async function compareEvidence(
  found: FoundPassages,
  ports: ComparisonPorts,
  cited: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<FoundComparison | undefined> {
  const evidence = await readEvidence(found, ports, signal);
  return { evidence, comparison: undefined, closest: cited.size > 0 ? [] : [] };
}
