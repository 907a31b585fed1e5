// Texts and a question → what the program compares and what it answers, with the settings that ship.

import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { createExtractiveWriter } from "../../src/answer/extractive/extractive-writer.ts";
import { createLateInteractionScorer } from "../../src/adapters/builtin/late-interaction-scorer.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import { openMemorySource } from "../../src/adapters/memory/memory-source.ts";
import { openMemoryStore } from "../../src/adapters/memory/memory-store.ts";
import { answerQuestion } from "../../src/flows/answer-question.ts";
import { compareSources } from "../../src/flows/compare-sources.ts";
import { ingestCorpus } from "../../src/flows/ingest-corpus.ts";
import type { AnswerOutcome } from "../../src/model/answer.ts";

export interface Asked {
  readonly compared: AnswerOutcome;
  /** By the built-in writer alone, without any comparison. */
  readonly plain: AnswerOutcome;
}

export interface Bench {
  /** The texts are articles `0.txt`, `1.txt` … of a corpus of their own. */
  ask(question: string, texts: readonly string[]): Promise<Asked>;
  close(): Promise<void>;
}

export function openBench(): Bench {
  const model = openTokenModel();
  const scorer = createLateInteractionScorer(model);
  const embedder = createBuiltinEmbedder(model);
  const writer = createExtractiveWriter(scorer);
  return {
    async ask(question, texts) {
      const source = openMemorySource(texts.map((text, place) => ({ id: `${place}.txt`, text })));
      const store = openMemoryStore();
      for await (const _event of ingestCorpus({ source, store, embedder }, {}));
      const ports = { source, store, embedder, writer };
      const compared = await compareSources(question, { filters: {} }, { ...ports, scorer });
      const asked = { text: question, filters: {}, conversation: [] };
      for await (const event of answerQuestion(asked, ports)) {
        if (event.kind === "outcome") return { compared, plain: event.outcome };
      }
      throw new Error("a question had no outcome");
    },
    close: () => model.close(),
  };
}
