// A corpus, an embedder and a store → the index brought up to date, told event by event.

import { PullquoteError } from "../../core/errors.ts";
import { type IndexedFile, SCHEMA_VERSION } from "../../core/index-state.ts";
import type { IngestEvent, SkippedSource, StopReason } from "../../core/ingest-event.ts";
import type { LockOutcome, PassageStore } from "../../core/ports/passage-store.ts";
import { planChanges } from "../read/plan-changes.ts";
import { ArticleIntake } from "./article-intake.ts";
import { type JudgedFile, type JudgedSource, judgeFiles, judgeSources } from "./judge-source.ts";
import { type Listing, listSources } from "./list-sources.ts";
import { type IngestPorts, openIndex } from "./open-index.ts";
import { Tally } from "./tally.ts";

export interface IngestOptions {
  /** Forget what is there, damaged or not, and embed everything. */
  readonly rebuild?: boolean;
  /** Read every file and compare digests; otherwise files of the recorded size and time are unchanged. */
  readonly check?: boolean;
  /** A quick run does not look at the folder where it was looked through in the last so many seconds. */
  readonly freshFor?: number | undefined;
  /**
   * For a refresh before an answer: where another process is writing, nobody may, or the embedder is silent, the run stops instead of waiting
   * or failing. Without an index it is a full run.
   */
  readonly quick?: boolean;
  /** Where there is an index and more passages than this would be embedded, stop before embedding. */
  readonly passageLimit?: number;
  readonly signal?: AbortSignal;
}

/**
 * The last event is `done`. Articles are stored in batches while the next ones are embedded; killed
 * or interrupted at any moment, the index holds what was stored and the next run does the rest.
 * @throws PullquoteError of the ports, `empty-corpus`, `embedder-mismatch`, `index-other-corpus`
 */
export async function* ingestCorpus(
  ports: IngestPorts,
  options: IngestOptions = {},
): AsyncGenerator<IngestEvent, void> {
  if (await isFresh(ports, options)) {
    yield* stop(ports, new Tally({ listed: [], skipped: [], otherKinds: [] }), undefined);
    return;
  }
  const listing = await listSources(ports.source, options.signal);
  for (const skipped of listing.skipped) yield { kind: "skipped", skipped };
  const found = options.rebuild === true ? undefined : await openIndex(ports, listing.listed);
  const mayStop = options.quick === true || options.passageLimit !== undefined;
  const needless = mayStop && found && (await findReasonToStop(ports, listing, found, options));
  if (needless) {
    yield* needless;
    return;
  }
  const quick = options.quick === true && found !== undefined;
  const lock = yield* lockIndex(ports.store, !quick, options.signal);
  if (lock.kind === "refused") {
    if (!quick) throw lock.error;
    yield* stop(ports, new Tally(listing), lock.reason);
    return;
  }
  try {
    yield* quick ? refreshIndex(ports, listing, options) : updateIndex(ports, listing, options);
  } finally {
    await lock.release();
  }
}

/** A killed run leaves a look of before it, and an index that is not tidy. */
async function isFresh(
  { source, store }: IngestPorts,
  { quick, freshFor = 0 }: IngestOptions,
): Promise<boolean> {
  if (quick !== true || freshFor === 0) return false;
  if ((await store.state())?.corpus !== source.location) return false;
  const look = await store.lastLook();
  const age = look?.reading === source.reading ? look.secondsAgo : Infinity;
  if (!(age >= 0 && age < freshFor) || !(await store.isTidy())) return false;
  return (await store.totals()).articles > 0;
}

/** Files may be read by other rules than before: then their sizes and times tell nothing. */
async function trustsTimes({ source, store }: IngestPorts, check = false): Promise<boolean> {
  return !check && (await store.lastLook())?.reading === source.reading;
}

/**
 * Nothing to write, or more to embed than is allowed. Before the lock is asked for: an answer must not
 * wait for a lock that it does not need.
 */
async function findReasonToStop(
  ports: IngestPorts,
  listing: Listing,
  index: readonly IndexedFile[],
  { check, freshFor = 0, passageLimit: limit, signal }: IngestOptions,
): Promise<AsyncGenerator<IngestEvent, void> | undefined> {
  const trusted = await trustsTimes(ports, check);
  const plan = planChanges(listing.listed, listing.skipped, index, trusted);
  const tally = new Tally(listing, plan);
  let writes = plan.vanished.length > 0 || !(await ports.store.isTidy());
  let passages = 0;
  if (writes && limit === undefined) return undefined;
  for await (const judged of judgeSources(ports, index, plan, signal)) {
    if (tally.takeUnwritten(judged)) continue;
    writes = true;
    passages += countNew(judged);
    if (limit === undefined || passages > limit) break;
  }
  if (passages > (limit ?? Infinity)) return stop(ports, new Tally(listing), "passage-limit");
  if (writes) return undefined;
  if (freshFor > 0 || !trusted) await ports.store.noteLook(ports.source.reading);
  return stop(ports, tally, undefined);
}

const countNew = (judged: JudgedSource): number =>
  "passages" in judged && judged.twin === undefined ? judged.passages.length : 0;

async function* stop(
  { store }: IngestPorts,
  tally: Tally,
  reason: StopReason | undefined,
): AsyncGenerator<IngestEvent, void> {
  yield { kind: "done", summary: await tally.summarize(store, reason) };
}

/** What was stored before the embedder fell silent stays; the rest waits for the next run. */
async function* refreshIndex(
  ports: IngestPorts,
  listing: Listing,
  options: IngestOptions,
): AsyncGenerator<IngestEvent, void> {
  try {
    yield* updateIndex(ports, listing, options);
  } catch (error) {
    if (!(error instanceof PullquoteError) || error.code !== "embedder-failed") throw error;
    yield* stop(ports, new Tally(listing), "embedder-failed");
  }
}

async function* updateIndex(
  ports: IngestPorts,
  listing: Listing,
  options: IngestOptions,
): AsyncGenerator<IngestEvent, void> {
  const index = await openOrMakeIndex(ports, listing, options.rebuild === true);
  const trusted = await trustsTimes(ports, options.check);
  const plan = planChanges(listing.listed, listing.skipped, index, trusted);
  const tally = new Tally(listing, plan);
  yield { kind: "scanned", files: listing.listed.length, toRead: plan.toRead.length };
  const intake = new ArticleIntake(ports, plan.vanished, tally, options.signal);
  const judged = judgeFiles(ports, index, plan, options.signal);
  yield* takeArticles(judged, plan.toRead.length, intake, tally);
  const wrote = await intake.settle();
  if (wrote || !(await ports.store.isTidy())) {
    yield { kind: "optimizing" };
    await ports.store.optimize();
  }
  await ports.store.noteLook(ports.source.reading);
  yield { kind: "done", summary: await tally.summarize(ports.store) };
}

async function* takeArticles(
  judged: AsyncIterable<JudgedFile>,
  totalArticles: number,
  intake: ArticleIntake,
  tally: Tally,
): AsyncGenerator<IngestEvent, void> {
  let doneArticles = 0;
  let last = "";
  const tell = (articleId: string): IngestEvent => {
    const donePassages = tally.embeddedPassages;
    return { kind: "progress", doneArticles, totalArticles, donePassages, articleId };
  };
  try {
    for await (const { file, articles } of judged) {
      for await (const skipped of takeFile(articles, intake)) {
        yield skipped === undefined ? tell(file) : { kind: "skipped", skipped };
      }
      doneArticles += 1;
      last = file;
      yield tell(file);
    }
    const before = tally.embeddedPassages;
    for await (const _part of intake.embedWaiting()) yield tell(last);
    if (tally.embeddedPassages > before) yield tell(last);
  } finally {
    await intake.keepFinished();
  }
}

/** Yields between the articles of a file and the parts of a long one, and what is skipped. */
async function* takeFile(
  articles: Iterable<JudgedSource>,
  intake: ArticleIntake,
): AsyncGenerator<SkippedSource | undefined, void> {
  let isFirst = true;
  for (const article of articles) {
    if (!isFirst) yield undefined;
    isFirst = false;
    for await (const _part of intake.take(article)) yield undefined;
    if (article.kind !== "skipped") continue;
    const { id, reason, detail } = article;
    yield { id, reason, detail };
  }
}

async function openOrMakeIndex(
  ports: IngestPorts,
  listing: Listing,
  rebuild: boolean,
): Promise<readonly IndexedFile[]> {
  const index = rebuild ? undefined : await openIndex(ports, listing.listed);
  if (index !== undefined) return index;
  const { store, embedder, source } = ports;
  // An embedder that fails must do so before the old index is gone.
  await embedder.embedQuestion("ready");
  await store.reset({
    schemaVersion: SCHEMA_VERSION,
    embedder: embedder.identity,
    corpus: source.location,
  });
  await store.noteLook(source.reading);
  return [];
}

/** @throws PullquoteError `interrupted` when the signal aborts the wait */
async function* lockIndex(
  store: PassageStore,
  wait: boolean,
  signal: AbortSignal | undefined,
): AsyncGenerator<IngestEvent, LockOutcome> {
  const first = await store.lockForWriting({ wait: false, signal });
  if (first.kind === "locked" || first.reason !== "index-locked" || !wait) return first;
  yield { kind: "waiting" };
  return await store.lockForWriting({ wait: true, signal });
}
