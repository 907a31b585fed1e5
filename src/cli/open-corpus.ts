// Settings → the assistant for that corpus, its index brought up to date.

import {
  type Assistant,
  type Columns,
  type IndexStatus,
  type OtherKind,
  openAssistant,
  PullquoteError,
  type StopReason,
  TABLE_FIELDS,
} from "../index.ts";
import type { Invocation } from "./invocation.ts";
import { readModelChoice, readStorage } from "./model-choice.ts";
import { PACKAGE_FOLDER } from "./package-info.ts";
import { count, describeSummary, followIndexRun, paceReport, tellOtherKinds } from "./progress.ts";
import { type Location, locateCorpus, requireCorpus } from "./settings/locate-corpus.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { findUserFolders } from "./settings/user-folders.ts";
import { openScreen, type Screen, writeNote } from "./terminal.ts";

/** More than this many passages are not embedded while somebody waits for an answer. */
const REFRESH_LIMIT_PASSAGES = 2000;

/** With `--no-refresh` the folder of a larger index is not even looked at: the reader asked for the index as it is. */
const LOOKED_AT = 5000;

const MEGABYTE = 1024 * 1024;

export interface OpenCorpus {
  readonly assistant: Assistant;
  readonly location: Location;
}

export function findLocation(settings: Settings): Location {
  return locateCorpus(settings, {
    folder: process.cwd(),
    packageFolder: PACKAGE_FOLDER,
    cacheFolder: findUserFolders().cache,
  });
}

/** @throws PullquoteError `no-corpus` where the corpus is not there */
export function requireLocation(settings: Settings): Location {
  const location = findLocation(settings);
  requireCorpus(settings, location);
  return location;
}

/** Opens the corpus, brings its index up to date, and closes it however the use of it ends. */
export async function useFreshCorpus<Result>(
  { settings, screen, signal }: Pick<Invocation, "settings" | "screen" | "signal">,
  use: (corpus: OpenCorpus) => Promise<Result>,
): Promise<Result> {
  const location = requireLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    const corpus = { assistant, location };
    await refreshIndex(corpus, settings, screen, signal);
    return await use(corpus);
  });
}

/** @throws PullquoteError `bad-setting` for a field that no article has */
function readColumns(pairs: readonly string[] = []): Columns {
  const columns = pairs.map((pair) => {
    const at = pair.indexOf("=");
    const [field, column] = [pair.slice(0, at), pair.slice(at + 1)];
    if (!TABLE_FIELDS.some((known) => known === field) || column === "") {
      throw new PullquoteError({
        code: "bad-setting",
        message: `--columns ${pair}: an article has the fields ${TABLE_FIELDS.join(", ")}.`,
        hint: "Name a field and its column: --columns text=story",
      });
    }
    return [field, column];
  });
  return Object.fromEntries(columns);
}

/** The index as it is, and even where the corpus is gone: it may be there to be deleted. */
export async function useAssistant<Result>(
  settings: Settings,
  location: Location,
  use: (assistant: Assistant) => Promise<Result>,
): Promise<Result> {
  const screen = openScreen(settings, process, process.env);
  const show = paceReport(screen);
  const assistant = await openAssistant({
    corpus: location.corpus,
    index: location.index,
    storage: readStorage(settings.values),
    cache: findUserFolders().cache,
    minConfidence: settings.values.minConfidence,
    maxFileBytes: settings.values.maxFileMegabytes * MEGABYTE,
    columns: readColumns(settings.values.columns),
    ocr: settings.values.ocr,
    onScan: ({ file, page, pages }) =>
      show(() => `recognising text: page ${page} of ${pages} of ${file}`),
    ...readModelChoice(settings.values),
    warn: (text) => writeNote(text),
  });
  try {
    return await use(assistant);
  } finally {
    if (settings.values.ocr) screen.redraw("");
    await assistant.close();
  }
}

/**
 * Makes the first index, or brings the one that is there up to date if that is quick; else says, before
 * the answer, how much of the folder the index lacks. `--no-refresh` leaves an existing index alone, and
 * looks at the folder only where that takes no time.
 */
export async function refreshIndex(
  { assistant }: OpenCorpus,
  settings: Settings,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  const indexed = settings.values.refresh ? undefined : await assistant.totals();
  if (indexed !== undefined) {
    if (indexed.articles > LOOKED_AT) return;
    const status = await assistant.status(signal);
    warnOfGap(status, "", screen);
    tellOnce(assistant, status.otherKinds, screen);
    return;
  }
  const options = {
    quick: true,
    passageLimit: REFRESH_LIMIT_PASSAGES,
    freshFor: settings.values.fresh,
    signal,
  };
  const summary = await followIndexRun(assistant.index(options), screen);
  const { added, changed, moved, removed, stopped, otherKinds } = summary;
  const wrote = added.length + changed.length + moved.length + removed.length > 0;
  if (stopped !== undefined) {
    warnOfGap(await assistant.status(signal), ` (${WHY_OLDER[stopped]})`, screen);
  } else if (wrote) describeSummary(summary).forEach(screen.note);
  tellOnce(assistant, stopped === undefined && wrote ? [] : otherKinds, screen);
}

const told = new WeakSet<Assistant>();

/** In a loop of questions only before the first: `describeSummary` says it too. */
function tellOnce(assistant: Assistant, kinds: readonly OtherKind[], screen: Screen): void {
  const lines = told.has(assistant) ? [] : tellOtherKinds(kinds);
  for (const line of lines) screen.note(`note: ${line}`);
  told.add(assistant);
}

/** Said even with `--quiet`: what is missing from the index can be missing from the answer. */
function warnOfGap({ articles, files, pending }: IndexStatus, why: string, screen: Screen): void {
  const { added, changed, removed } = pending;
  if (added + changed + removed === 0) return;
  const held = `the index holds ${count(articles, "article")} of ${count(files, "file")} in the folder`;
  const gap = `${added} new, ${changed} changed, ${removed} gone since`;
  screen.warn(
    `note: ${held}: ${gap}, so this comes from an index that is not whole${why}; to bring it up to date: pullquote index`,
  );
}

const WHY_OLDER: Readonly<Record<StopReason, string>> = {
  "passage-limit": "more new text than can be indexed while you wait",
  "index-locked": "another pullquote is writing it",
  "index-read-only": "it cannot be written here",
  "embedder-failed": "its embedder does not answer",
};
