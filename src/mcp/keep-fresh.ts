// An assistant → the same with its index brought up to date before an answer, and notes where that could not be done.

import { type Assistant, type IngestSummary, PullquoteError, type StopReason } from "../index.ts";
import type { Note } from "./page-response.ts";
import { count } from "./show-quotes.ts";

/** More than this many passages are not embedded while somebody waits for an answer: as `ask` has it. */
const REFRESH_LIMIT_PASSAGES = 2000;
/** A folder of fewer articles is looked at before every call: that takes milliseconds. */
const MANY_ARTICLES = 1000;
/** Else this many times the length of a look passes until the next one: a tenth of the time at most. */
const PAUSE_FACTOR = 10;
const LONGEST_PAUSE_MS = 5000;

/** Told what goes on, in words; counts the steps itself. */
export type TellProgress = (message: string) => void;

/** @throws PullquoteError `no-index`, and what indexing throws */
export type KeepFresh = (signal: AbortSignal, tell: TellProgress) => Promise<readonly Note[]>;

interface FreshOptions {
  readonly assistant: Assistant;
  /** Whether the index may be brought up to date; else the gap is told. */
  readonly refresh: boolean;
  /** The exact command, or tool, that makes the index. */
  readonly makeIndex: string;
  /** Aborts a look that nobody waits for any more: when the server ends. */
  readonly closing: AbortSignal;
}

/**
 * All callers share one look at the folder: one that comes while it is taken waits for the next one, so
 * that what was saved before a call is in its answer.
 */
export function keepFresh(options: FreshOptions): KeepFresh {
  const listeners = new Set<TellProgress>();
  const tellAll: TellProgress = (message) => {
    for (const tell of listeners) tell(message);
  };
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<readonly Note[]> | undefined;
  let last = { at: 0, pause: 0, notes: [] as readonly Note[] };

  const look = async (): Promise<readonly Note[]> => {
    await running.catch(() => undefined);
    next = undefined;
    if (performance.now() - last.at < last.pause) return last.notes;
    const begun = performance.now();
    const looked = lookAtFolder(options, tellAll);
    running = looked;
    const { notes, articles } = await looked;
    const took = performance.now() - begun;
    const pause = articles < MANY_ARTICLES ? 0 : Math.min(took * PAUSE_FACTOR, LONGEST_PAUSE_MS);
    last = { at: performance.now(), pause, notes };
    return notes;
  };
  return async (signal, tell) => {
    listeners.add(tell);
    try {
      next ??= look();
      return await orAborted(next, signal);
    } finally {
      listeners.delete(tell);
    }
  };
}

async function lookAtFolder(
  { assistant, refresh, makeIndex, closing }: FreshOptions,
  tell: TellProgress,
): Promise<{ readonly notes: readonly Note[]; readonly articles: number }> {
  const articles = await countIndexed(assistant, makeIndex);
  const explain = async (why: string) => noteGap(assistant, closing, why, makeIndex);
  if (!refresh) return { articles, notes: await explain("refreshing is switched off") };
  const wanted = { quick: true, passageLimit: REFRESH_LIMIT_PASSAGES, signal: closing };
  const { stopped } = await followRun(assistant.index(wanted), tell);
  return { articles, notes: stopped === undefined ? [] : await explain(WHY_OLDER[stopped]) };
}

/** Resolves to the run's summary. */
export async function followRun(
  events: ReturnType<Assistant["index"]>,
  tell: TellProgress,
): Promise<IngestSummary> {
  for await (const event of events) {
    if (event.kind === "done") return event.summary;
    if (event.kind === "waiting") tell("another pullquote writes this index; waiting for it");
    if (event.kind === "progress") {
      tell(`indexed ${event.doneArticles} of ${count(event.totalArticles, "article")}`);
    }
  }
  throw new PullquoteError({ code: "unexpected", message: "The index run had no summary." });
}

/** A server makes no first index by itself: that may take long, and is a thing to be asked for. */
async function countIndexed(assistant: Assistant, makeIndex: string): Promise<number> {
  try {
    // Without an index there are no totals, and asking for articles says why.
    return (await assistant.totals())?.articles ?? (await assistant.articlesOf([])).length;
  } catch (cause) {
    if (!(cause instanceof PullquoteError && cause.code === "no-index")) throw cause;
    const { code, message } = cause;
    throw new PullquoteError({ code, message, hint: makeIndex, cause });
  }
}

async function noteGap(
  assistant: Assistant,
  signal: AbortSignal,
  why: string,
  makeIndex: string,
): Promise<readonly Note[]> {
  const { articles, files, pending } = await assistant.status(signal);
  const { added, changed, removed } = pending;
  if (added + changed + removed === 0) return [];
  const held = `The index holds ${count(articles, "article")} of ${count(files, "file")} in the folder`;
  const gap = `${added} new, ${changed} changed, ${removed} gone since`;
  const text = `${held}: ${gap}, because ${why}. What is missing from it can be missing here; to bring it up to date: ${makeIndex}`;
  return [{ code: "older-index", text }];
}

const WHY_OLDER: Readonly<Record<StopReason, string>> = {
  "passage-limit": "there is more new text than can be indexed while a call waits",
  "index-locked": "another pullquote is writing it",
  "index-read-only": "it cannot be written",
  "embedder-failed": "its embedder does not answer",
};

/** What is shared must not end because one of those who wait for it goes away. */
function orAborted<Result>(shared: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = (): void =>
      reject(new PullquoteError({ code: "interrupted", message: "The call was cancelled." }));
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
