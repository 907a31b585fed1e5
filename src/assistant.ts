// The one file that picks adapters: options in, an assistant out.

import { createBuiltinEmbedder } from "./adapters/builtin/builtin-embedder.ts";
import { createExtractiveWriter } from "./adapters/builtin/extractive-writer.ts";
import { createLateInteractionScorer } from "./adapters/builtin/late-interaction-scorer.ts";
import { openTokenModel } from "./adapters/builtin/token-model.ts";
import { openCorpusFolder } from "./adapters/files/corpus-folder.ts";
import { openLanceStore } from "./adapters/lancedb/lance-store.ts";
import type { Assistant, AssistantOptions } from "./assistant-api.ts";
import { answerQuestion } from "./flows/answer-question.ts";
import { forgetArticles } from "./flows/forget-articles.ts";
import { ingestCorpus } from "./flows/ingest-corpus.ts";
import { reverifyOutcome } from "./flows/reverify-outcome.ts";
import { reviewIndex } from "./flows/review-index.ts";
import { searchPassages } from "./flows/search-passages.ts";
import { showArticle } from "./flows/show-article.ts";
import type { AnswerOutcome } from "./model/answer.ts";
import { PullquoteError } from "./model/errors.ts";
import { scopeArticles } from "./stages/retrieve/scope-articles.ts";

const DEFAULT_PASSAGES = 10;

/** Opens nothing by itself: files, index and model are read at the first call that needs them. */
export async function openAssistant(options: AssistantOptions): Promise<Assistant> {
  const source = openCorpusFolder(
    options.corpus,
    options.maxFileBytes === undefined ? {} : { maxFileBytes: options.maxFileBytes },
  );
  const store = openLanceStore(options.index);
  const model = openTokenModel();
  const embedder = createBuiltinEmbedder(model);
  const writer = createExtractiveWriter(createLateInteractionScorer(model));
  const ports = { source, store, embedder, writer };

  const assistant: Assistant = {
    index: (wanted = {}) => ingestCorpus(ports, wanted),
    async ask(question, wanted = {}) {
      let outcome: AnswerOutcome | undefined;
      for await (const event of assistant.askEvents(question, wanted)) {
        if (event.kind === "outcome") outcome = event.outcome;
      }
      if (outcome !== undefined) return outcome;
      throw new PullquoteError({ code: "unexpected", message: "The question had no outcome." });
    },
    askEvents: (text, { filters = {}, conversation = [], limit, signal } = {}) =>
      answerQuestion({ text, filters, conversation, limit }, ports, signal),
    search: (query, { filters = {}, limit = DEFAULT_PASSAGES, signal } = {}) =>
      searchPassages({ asked: query, text: query, filters }, limit, ports, signal),
    articles: async (filters = {}) => scopeArticles(await store.records(), filters).records,
    show: (articleId, signal) => showArticle(articleId, source, signal),
    reverify: (outcome, signal) => reverifyOutcome(outcome, source, signal),
    status: (signal) => reviewIndex(ports, signal),
    forget: (articleIds) => forgetArticles(store, articleIds),
    destroyIndex: () => store.destroy(),
    async close() {
      await Promise.all([writer.close(), embedder.close(), store.close()]);
      await model.close();
    },
  };
  return assistant;
}
