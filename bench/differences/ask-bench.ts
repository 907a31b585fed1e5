// Texts and a question → what the program compares and what it answers, with the settings that ship.

import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { createExtractiveWriter } from "../../src/answer/extractive/extractive-writer.ts";
import { compareBesideAnswer } from "../../src/compare/compare-evidence.ts";
import { compareSources } from "../../src/compare/compare-sources.ts";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { openMemorySource } from "../../test/memory/memory-source.ts";
import { openMemoryStore } from "../../test/memory/memory-store.ts";

export interface Bench {
  /** The texts are articles `0.txt`, `1.txt` … of a corpus of their own. */
  compare(question: string, texts: readonly string[]): Promise<AnswerOutcome>;
  /** By the built-in writer, which refuses nothing here. */
  answer(question: string, texts: readonly string[]): Promise<AnswerOutcome>;
  close(): Promise<void>;
}

export function openBench(): Bench {
  const model = openTokenModel();
  const reader = createPassageReader(model);
  const embedder = createBuiltinEmbedder(model);
  const writer = createExtractiveWriter(0);
  const open = async (texts: readonly string[]) => {
    const source = openMemorySource(texts.map((text, place) => ({ id: `${place}.txt`, text })));
    const store = openMemoryStore();
    for await (const _event of ingestCorpus({ source, store, embedder }, {}));
    return { source, store, embedder, writer, reader, compare: compareBesideAnswer };
  };
  return {
    async compare(question, texts) {
      return compareSources(question, { filters: {} }, await open(texts));
    },
    async answer(question, texts) {
      const asked = { text: question, filters: {}, conversation: [] };
      for await (const event of answerQuestion(asked, await open(texts))) {
        if (event.kind === "outcome") return event.outcome;
      }
      throw new Error("a question had no outcome");
    },
    close: async () => {
      await Promise.all([model.close(), reader.close()]);
    },
  };
}
