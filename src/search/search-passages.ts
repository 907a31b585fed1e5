// A query → the passages that match, each minted from its file.

import type { SearchOutcome } from "../core/answer.ts";
import type { WriterNote } from "../core/draft.ts";
import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { EmbedderIdentity } from "../core/identity.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Question } from "../core/question.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { requireIndex } from "../corpus/review-index.ts";
import { verifyExcerpt } from "../quote/locate-quote.ts";
import { foldWords } from "../text/fold-typography.ts";
import { findPassages, type RetrievalPorts } from "./find-passages.ts";
import { type ReadingPorts, readEvidence } from "./read-evidence.ts";

/** Each passage once: one that was read for two parts is one. Those of a compound question keep its order. */
export function orderPassages({
  passages,
  sentences,
  question: { intent },
}: Evidence): readonly ScoredPassage[] {
  if (intent.isCompound) return passages;
  const ordered = new Map<string, ScoredPassage>();
  for (const scored of [...sentences.map(({ passage }) => passage), ...passages]) {
    if (!ordered.has(scored.passage.id)) ordered.set(scored.passage.id, scored);
  }
  return [...ordered.values()];
}

const foldCase = (text: string): string => foldWords(text).toLowerCase();

/** What a reader must know of a search without vectors, before anything that it found. */
export function noteWordsAlone(
  { wordsAlone }: Pick<Evidence, "wordsAlone">,
  { name }: EmbedderIdentity,
): readonly WriterNote[] {
  if (wordsAlone === undefined) return [];
  const text = `Searched by words alone, without ${name}: what says it in other words can be missing. ${wordsAlone}`;
  return [{ code: "words-alone", text }];
}

export interface SearchPorts extends RetrievalPorts, ReadingPorts {
  readonly source: ArticleSource;
}

/** What of the passages found is kept. */
interface Kept {
  readonly limit: number;
  /** Only passages that hold the question as it was asked, in any case and typography. */
  readonly exact?: boolean;
  /** Scores may be below 0. */
  readonly minScore?: number;
}

/** A passage whose file has changed or gone since it was indexed is left out. */
export async function searchPassages(
  question: Question,
  { limit, exact = false, minScore = -Infinity }: Kept,
  ports: SearchPorts,
  signal?: AbortSignal,
): Promise<SearchOutcome> {
  await requireIndex(ports.store, ports.embedder);
  const evidence = await readEvidence(await findPassages(question, ports, signal), ports, signal);
  const words = foldCase(question.asked);
  const found = orderPassages(evidence)
    .filter(
      ({ score, passage }) =>
        score >= minScore && (!exact || foldCase(passage.text).includes(words)),
    )
    .slice(0, limit);
  const articleIds = found.map(({ passage }) => passage.articleId);
  const files = await readArticles(ports.source, articleIds, signal);
  const digests = new Map([...evidence.articles].map(([id, { sha256 }]) => [id, sha256]));
  const passages = found.flatMap(({ passage, score, legs }) => {
    const excerpt = verifyExcerpt(passage, { files, digests });
    return excerpt ? [{ excerpt, score, legs }] : [];
  });
  const notes = noteWordsAlone(evidence, ports.embedder.identity);
  return { query: question.asked, passages, notes, searched: evidence.searched };
}
