// The one file that picks adapters: options in, an assistant out.

import { createBuiltinEmbedder } from "../adapters/builtin/builtin-embedder.ts";
import { readToday } from "../adapters/builtin/node-functions.ts";
import { createPassageReader, rememberReadings } from "../adapters/builtin/passage-reader.ts";
import { createKnownWords, openTokenModel } from "../adapters/builtin/token-model.ts";
import { openCorpus } from "../adapters/files/corpus-bucket.ts";
import { DEFAULT_MAX_FILE_BYTES } from "../adapters/files/corpus-folder.ts";
import { openLanceStore } from "../adapters/lancedb/lance-store.ts";
import { chooseStorage, isRemotePlace } from "../adapters/object-stores/check-address.ts";
import { openScanKeeper } from "../adapters/ocr/scan-keeper.ts";
import type { CompareFound } from "../answer/answer-question.ts";
import type { AnswerOutcome } from "../core/answer.ts";
import { PullquoteError } from "../core/errors.ts";
import { readQuestion } from "../question/read-question.ts";
import { MIN_CONFIDENCE } from "../search/mixture.ts";
import { scopeArticles } from "../search/scope-articles.ts";
import type { Assistant, AssistantOptions, ListOptions } from "./assistant-api.ts";
import { openEmbedder, openWriter, requireShare } from "./choose-models.ts";
import { openOnce, takeTurns } from "./open-once.ts";
import { openAskedEmbedder } from "./question-embedder.ts";

const DEFAULT_PASSAGES = 10;
/** Seconds for an address: slow servers are slow for everybody. */
const DEFAULT_TIMEOUT = 30;
/** A saved page's file is longer than the page by the heads before it. */
const HEAD_BYTES = 65_536;
const LISTED = ["path", "sha256", "passages", "words", "metadata"] as const;
/** Those of a dozen questions: a few hundred numbers each. */
const REMEMBERED_READINGS = 256;

/**
 * What a call does is loaded with the first such call. Opens nothing by itself: files, index and model are read at the first call that needs them.
 * @throws PullquoteError `bad-setting` for a least confidence that is none, or an address that is not known
 */
export async function openAssistant(options: AssistantOptions): Promise<Assistant> {
  const { minConfidence = MIN_CONFIDENCE, maxFileBytes = DEFAULT_MAX_FILE_BYTES } = options;
  requireShare(minConfidence);
  const { columns, ocr = false, onScan } = options;
  const folder = isRemotePlace(options.index) ? undefined : options.index;
  const scans = openScanKeeper({ folder, mayRecognise: ocr, onPage: onScan });
  const source = openCorpus(options, { maxFileBytes, columns, scans });
  const storageOf = (place: string) => chooseStorage(options.storage, place, options.corpus);
  const store = openLanceStore(options.index, storageOf(options.index), options.cache);
  const model = openTokenModel();
  const builtinEmbedder = createBuiltinEmbedder(model);
  const reader = rememberReadings(createPassageReader(model), REMEMBERED_READINGS);
  const builtinWriter = openOnce(async () => {
    const { createExtractiveWriter } = await import("../answer/extractive/extractive-writer.ts");
    return createExtractiveWriter(minConfidence);
  });
  const embedder = openOnce((signal) => openEmbedder(options, builtinEmbedder, signal));
  const asked = openAskedEmbedder(options, (signal) => embedder.get(signal), store);
  let writer = openOnce(async () =>
    openWriter({ ...options, minConfidence }, await builtinWriter.get()),
  );
  const listKnownWords = createKnownWords(model);
  const compare: CompareFound = async (...found) =>
    (await import("../compare/compare-evidence.ts")).compareBesideAnswer(...found);
  const ports = { source, store, reader, listKnownWords, compare };
  const openPorts = async () => ({ ...ports, embedder: await embedder.get() });
  const openToAsk = async (signal?: AbortSignal) => ({
    ...ports,
    embedder: await asked.forQuestion(signal),
  });

  const openHolderSearch = async () => {
    const { createHolderSearch } = await import("../verify/find-candidates.ts");
    return createHolderSearch(store, source);
  };
  const inTurn = takeTurns();

  const assistant: Assistant = {
    async *index(wanted = {}) {
      if (wanted.rebuild === true && ocr) scans.forget();
      const isRefresh = wanted.quick === true && (await store.state()) !== undefined;
      const opened = isRefresh ? await asked.forRefresh(wanted.signal) : await embedder.get();
      const { ingestCorpus } = await import("../corpus/ingest/ingest-corpus.ts");
      yield* inTurn(() => ingestCorpus({ ...ports, embedder: opened }, wanted));
    },
    async *adopt(names, wanted = {}) {
      const { openLanceShard } = await import("../adapters/lancedb/lance-shard.ts");
      const { adoptShards } = await import("../corpus/ingest/adopt-shards.ts");
      const shards = names.map((name) => openLanceShard(name, storageOf(name)));
      const all = { ...ports, shards, embedder: await embedder.get() };
      try {
        yield* inTurn(() => adoptShards(all, wanted));
      } finally {
        await Promise.all(shards.map((shard) => shard.close()));
      }
    },
    async *watch({ every, signal }) {
      const { watchCorpus } = await import("../corpus/ingest/watch-corpus.ts");
      const { watchPlace } = await import("../adapters/files/watch-folder.ts");
      const signs = watchPlace(options.corpus, every, signal);
      yield* watchCorpus({ signs, index: assistant.index, store }, signal);
    },
    async *add(names, { allowPrivate = false, timeout = DEFAULT_TIMEOUT, ...wanted } = {}) {
      const { addArticles } = await import("../corpus/additions/add-articles.ts");
      const { openCorpusWriter } = await import("../adapters/files/corpus-writer.ts");
      const { createPageFetcher } = await import("../adapters/web/fetch-page.ts");
      const { isPublicAddress } = await import("../adapters/web/public-address.ts");
      const fetcher = createPageFetcher({
        timeoutMs: timeout * 1000,
        maxBytes: maxFileBytes - HEAD_BYTES,
        mayConnect: allowPrivate ? () => true : isPublicAddress,
        environment: process.env,
      });
      const writer = openCorpusWriter(options.corpus, maxFileBytes);
      yield* addArticles(names, { fetcher, writer }, wanted);
    },
    async ask(question, wanted = {}) {
      let outcome: AnswerOutcome | undefined;
      for await (const event of assistant.askEvents(question, wanted)) {
        if (event.kind === "outcome") outcome = event.outcome;
      }
      if (outcome !== undefined) return outcome;
      throw new PullquoteError({ code: "unexpected", message: "The question had no outcome." });
    },
    async *askEvents(text, { filters = {}, conversation = [], limit, today, signal } = {}) {
      const { answerQuestion } = await import("../answer/answer-question.ts");
      const ports = {
        ...(await openToAsk(signal)),
        // One quote is what was asked for; a comparison would bring more.
        ...(limit === 1 && { compare: async () => undefined }),
        writer: await writer.get(),
      };
      const asked = { text, filters, conversation, limit, today: today ?? readToday() };
      yield* answerQuestion(asked, ports, signal);
    },
    compare: async (question, { filters = {}, today = readToday(), signal } = {}) => {
      const { compareSources } = await import("../compare/compare-sources.ts");
      const ports = { ...(await openToAsk(signal)), writer: await builtinWriter.get() };
      return compareSources(question, { filters, today }, ports, signal);
    },
    timeline: async (subject, { filters = {}, limit, today = readToday(), signal } = {}) => {
      const { traceTimeline } = await import("../timeline/trace-timeline.ts");
      const ports = { ...(await openToAsk(signal)), writer: await builtinWriter.get() };
      return traceTimeline({ subject, filters, limit, today }, ports, signal);
    },
    search: async (query, { filters = {}, limit = DEFAULT_PASSAGES, signal, ...kept } = {}) => {
      const { searchPassages } = await import("../search/search-passages.ts");
      // Words in quotation marks are looked for side by side.
      const text = kept.exact === true ? `"${query.replaceAll('"', " ")}"` : query;
      const wanted = readQuestion(query, { text, filters });
      return searchPassages(wanted, { limit, ...kept }, await openToAsk(signal), signal);
    },
    async *evaluate(subject, questions, wanted = {}) {
      const { evaluateSettings } = await import("../evaluate/evaluate-settings.ts");
      const ports = { ...(await openPorts()), writer: await writer.get() };
      yield* evaluateSettings(subject, questions, ports, wanted);
    },
    totals: async () => ((await store.state()) === undefined ? undefined : store.totals()),
    articlesOf: (articleIds) => store.recordsOf(articleIds),
    async *articles(filters = {}, page = {}) {
      const wanted = { ...page, scope: scopeArticles(filters) };
      for await (const part of store.list(LISTED, wanted)) yield* part;
    },
    async names(filters = {}) {
      const { countNames } = await import("../corpus/count-names.ts");
      return countNames(store.list(["metadata"], { scope: scopeArticles(filters) }));
    },
    async quotes(speaker, { signal, ...wanted } = {}) {
      const { listQuotes } = await import("../lists/list-quotes.ts");
      return listQuotes({ speaker, ...(await readListOptions(wanted)) }, source, signal);
    },
    async speakers({ signal, ...wanted } = {}) {
      const { listSpeakers } = await import("../lists/list-speakers.ts");
      return listSpeakers(await readListOptions(wanted), source, signal);
    },
    async grep(pattern, { filters = {}, signal, ...form } = {}) {
      const { grepArticles } = await import("../lists/grep-articles.ts");
      return grepArticles({ pattern, filters, ...form }, source, signal);
    },
    async entities({ signal, ...wanted } = {}) {
      const { listEntities } = await import("../lists/list-entities.ts");
      return listEntities(await readListOptions(wanted), source, signal);
    },
    async duplicates(filters = {}) {
      const { listCopyGroups } = await import("../corpus/copies/find-copies.ts");
      return listCopyGroups(store, scopeArticles(filters));
    },
    async show(articleId, signal, within) {
      const { showArticle } = await import("../corpus/read-articles.ts");
      return showArticle(articleId, source, { signal, within });
    },
    async reverify(outcome, signal) {
      const { reverifyOutcome } = await import("../answer/reverify-outcome.ts");
      return reverifyOutcome(outcome, source, signal);
    },
    async annotate(outcome, signal) {
      const { surroundQuotes } = await import("../corpus/read-articles.ts");
      return { outcome, paragraphs: await surroundQuotes(outcome, source, signal) };
    },
    async status(signal) {
      const { reviewIndex } = await import("../corpus/review-index.ts");
      return reviewIndex({ source, store }, signal);
    },
    async amend(documents, signal) {
      const { amendDocuments } = await import("../verify/amend-documents.ts");
      return amendDocuments(documents, source, signal, await openHolderSearch());
    },
    async check(documents, signal) {
      const { checkDocuments } = await import("../verify/check-documents.ts");
      return checkDocuments(documents, source, signal, await openHolderSearch());
    },
    async compareSaved(checked, documents, signal) {
      const { compareSaved } = await import("../verify/compare-saved.ts");
      return compareSaved(checked, documents, source, signal);
    },
    async *replay(document, signal) {
      const { replayDocument } = await import("../verify/replay-document.ts");
      const ports = { ...(await openPorts()), writer: await writer.get() };
      yield* replayDocument(document, ports, signal);
    },
    async forget(articleIds) {
      const { forgetArticles } = await import("../corpus/forget-articles.ts");
      const records = await store.recordsOf(articleIds);
      await forgetArticles(store, articleIds);
      for (const { sha256 } of records) scans.forget(sha256);
    },
    async destroyIndex() {
      scans.forget();
      await store.destroy();
    },
    async useModel(name, signal) {
      const opened = await openWriter(
        { ...options, minConfidence, model: name },
        await builtinWriter.get(),
        signal,
      );
      await (await writer.opened())?.close();
      writer = openOnce(async () => opened);
      return opened.identity;
    },
    async close() {
      const used = await Promise.all([writer.opened(), embedder.opened()]);
      await Promise.all([...used.map((one) => one?.close()), store.close()]);
      await Promise.all([model.close(), reader.close(), scans.close()]);
    },
  };
  return assistant;
}

async function readListOptions({ filters = {}, corrections }: Omit<ListOptions, "signal">) {
  const { readCorrections } = await import("../lists/read-corrections.ts");
  return {
    filters,
    corrections: readCorrections(corrections?.text ?? "", corrections?.file ?? ""),
  };
}
