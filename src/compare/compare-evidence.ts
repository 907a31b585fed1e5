// What was found for a question → the positions that articles take on it, to be verified.

import type { CompareFound } from "../answer/answer-question.ts";
import type { DraftComparison } from "../core/comparison.ts";
import type { DraftQuote } from "../core/draft.ts";
import type { Evidence, EvidenceSentence } from "../core/evidence.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { dropCopiedQuotes } from "../corpus/copies/set-aside-copies.ts";
import { attributeSentences } from "../search/attribute-sentences.ts";
import type { FoundPassages } from "../search/find-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";
import { compareSentences, MOST_READ } from "./compare-sentences.ts";
import type { Care } from "./statement.ts";

/** `source` tells who says a sentence. */
export interface ComparisonPorts extends ReadingPorts {
  readonly source: ArticleSource;
}

export interface ComparisonReading {
  readonly care: Care;
  /** Articles that the answer above quotes: of copies these speak. */
  readonly cited?: ReadonlySet<string>;
}

/** `comparison` is absent where the sentences found give nothing to compare. */
export interface FoundComparison {
  readonly evidence: Evidence;
  readonly comparison: DraftComparison | undefined;
  /** Without a comparison: what comes nearest to the question. */
  readonly closest: readonly DraftQuote[];
}

/** Passages read where a comparison is asked for: an article that an answer leaves out may contradict. */
const WIDE_PASSAGES = 24;
/** Quotes shown where no position can be read. */
const CLOSEST = 5;
const NOBODY: ReadonlySet<string> = new Set();

/** @throws PullquoteError `index-damaged` | `embedder-failed` | `interrupted` */
export async function compareEvidence(
  found: FoundPassages,
  ports: ComparisonPorts,
  { care, cited = NOBODY }: ComparisonReading,
  signal?: AbortSignal,
): Promise<FoundComparison> {
  const room = care === "wide" ? { read: WIDE_PASSAGES } : undefined;
  const evidence = await readEvidence(found, ports, signal, room);
  const { question, articles } = evidence;
  const { issue } = question.intent;
  const answering = evidence.sentences.slice(0, MOST_READ);
  const sentences =
    issue.kind === "speaker"
      ? await attributeSentences(answering, articles, ports.source, signal)
      : answering;
  const drafted = compareSentences(issue, sentences, articles, care);
  const comparison = drafted && dropCopiedQuotes(drafted, articles, cited);
  const closest = comparison === undefined ? takeClosest(evidence.sentences) : [];
  return { evidence, comparison, closest };
}

/** Beside an answer: only what certainly differs. */
export const compareBesideAnswer: CompareFound = async (found, ports, cited, signal) => {
  const { comparison } = await compareEvidence(found, ports, { care: "careful", cited }, signal);
  return comparison;
};

/** Of each article its best sentence, best first. */
function takeClosest(sentences: readonly EvidenceSentence[]): readonly DraftQuote[] {
  const best = new Map<string, DraftQuote>();
  for (const { articleId, start, end, text } of sentences) {
    if (!best.has(articleId)) best.set(articleId, { articleId, start, end, text });
  }
  return [...best.values()].slice(0, CLOSEST);
}
