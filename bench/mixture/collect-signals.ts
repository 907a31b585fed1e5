// A folder of articles and questions with gold → each question's read sentences, with their signals and whether they are gold.

import { existsSync } from "node:fs";
import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import type { Evidence, SentenceSignals } from "../../src/core/evidence.ts";
import type { Embedder } from "../../src/core/ports/embedder.ts";
import type { Filters } from "../../src/core/question.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { findPassages } from "../../src/search/find-passages.ts";
import { type ConfidenceSignals, listConfidenceSignals } from "../../src/search/mixture.ts";
import { readEvidence, weighWords } from "../../src/search/read-evidence.ts";

/** `gold`: groups of alternatives, one group for each thing that a full answer must hold; none for an unanswerable question. */
export interface GoldQuestion {
  readonly question: string;
  readonly kind: string;
  readonly filters: Filters;
  readonly gold: readonly (readonly { readonly article: string; readonly text: string }[])[];
}

export interface CollectedSentence {
  readonly articleId: string;
  readonly passage: string;
  readonly start: number;
  readonly text: string;
  readonly answer: string;
  readonly signals: SentenceSignals;
  /** The groups that it holds, as bits. */
  readonly gold: number;
}

export interface CollectedQuestion {
  readonly question: string;
  readonly kind: string;
  readonly groups: number;
  readonly sentences: readonly CollectedSentence[];
  readonly confidence: ConfidenceSignals | undefined;
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, " ");

function toBits(
  { articleId, text }: { readonly articleId: string; readonly text: string },
  gold: GoldQuestion["gold"],
): number {
  const own = fold(text);
  return gold.reduce((bits, group, place) => {
    const holds = group.some(({ article, text: wanted }) => {
      const sought = fold(wanted);
      return article === articleId && (own.includes(sought) || sought.includes(own));
    });
    return holds ? bits | (1 << place) : bits;
  }, 0);
}

/** Leaves the vectors of sentences out: what an embedder of whole texts gives. */
const withoutSentences = ({ embedSentences: _none, ...embedder }: Embedder): Embedder => embedder;

/** The index at `index` is made where there is none. */
export async function collectSignals(
  corpus: string,
  index: string,
  questions: readonly GoldQuestion[],
  { plain = false }: { readonly plain?: boolean } = {},
): Promise<readonly CollectedQuestion[]> {
  const model = openTokenModel();
  const builtin = createBuiltinEmbedder(model);
  const embedder = plain ? withoutSentences(builtin) : builtin;
  const store = openLanceStore(index);
  const source = openCorpusFolder(corpus);
  const reader = createPassageReader(model);
  if (!existsSync(index)) for await (const _ of ingestCorpus({ source, embedder, store }));
  const collected: CollectedQuestion[] = [];
  for (const { question, kind, filters, gold } of questions) {
    const asked = readQuestion(question, { filters });
    const found = await findPassages(asked, { embedder, store });
    const evidence = await readEvidence(found, { reader, store });
    const sentences = evidence.sentences.map((one) => collectSentence(one, gold));
    const confidence = listConfidenceSignals(evidence.sentences, weighWords(evidence));
    collected.push({ question, kind, groups: gold.length, sentences, confidence });
  }
  await store.close();
  await Promise.all([model.close(), reader.close()]);
  return collected;
}

function collectSentence(
  { articleId, start, text, answer, signals, passage }: Evidence["sentences"][number],
  gold: GoldQuestion["gold"],
): CollectedSentence {
  return {
    articleId,
    passage: passage.passage.id,
    start,
    text,
    answer: text.slice(answer.start - start, answer.end - start),
    signals,
    gold: toBits({ articleId, text }, gold),
  };
}
