// Settings → the assistant for that corpus, its index brought up to date.

import { type Assistant, openAssistant, PullquoteError, type StopReason } from "../index.ts";
import type { Invocation } from "./invocation.ts";
import { readModelChoice } from "./model-choice.ts";
import { PACKAGE_FOLDER } from "./package-info.ts";
import { describeSummary, followIndexRun } from "./progress.ts";
import { type Location, locateCorpus, requireCorpus } from "./settings/locate-corpus.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { findUserFolders } from "./settings/user-folders.ts";
import type { Screen } from "./terminal.ts";

/** More than this many passages are not embedded while somebody waits for an answer. */
const REFRESH_LIMIT_PASSAGES = 2000;

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

/** @throws PullquoteError `no-corpus`, and what opening the index throws */
export async function openCorpus(settings: Settings): Promise<OpenCorpus> {
  const location = findLocation(settings);
  requireCorpus(settings, location);
  return { assistant: await openAt(settings, location), location };
}

/** Opens the corpus, brings its index up to date, and closes it however the use of it ends. */
export async function useFreshCorpus<Result>(
  { settings, screen, signal }: Pick<Invocation, "settings" | "screen" | "signal">,
  use: (corpus: OpenCorpus) => Promise<Result>,
): Promise<Result> {
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    return await use(corpus);
  } finally {
    await corpus.assistant.close();
  }
}

/** As {@link openCorpus}, for what must work although the corpus is gone: deleting its index. */
export function openAt(settings: Settings, location: Location): Promise<Assistant> {
  return openAssistant({
    corpus: location.corpus,
    index: location.index,
    minConfidence: settings.values.minConfidence,
    maxFileBytes: settings.values.maxFileMegabytes * MEGABYTE,
    ...readModelChoice(settings.values),
  });
}

/**
 * Makes the first index, or brings the one that is there up to date if that is quick; else says
 * that the answer comes from an older one. `--no-refresh` leaves an existing index alone.
 */
export async function refreshIndex(
  { assistant }: OpenCorpus,
  settings: Settings,
  screen: Screen,
  signal: AbortSignal,
): Promise<void> {
  if (!settings.values.refresh && (await hasIndex(assistant))) return;
  const options = { quick: true, passageLimit: REFRESH_LIMIT_PASSAGES, signal };
  const summary = await followIndexRun(assistant.index(options), screen);
  const { added, changed, moved, removed, stopped } = summary;
  if (stopped !== undefined) screen.note(`note: ${WHY_OLDER[stopped]}`);
  else if (added.length + changed.length + moved.length + removed.length > 0) {
    describeSummary(summary).forEach(screen.note);
  }
}

const WHY_OLDER: Readonly<Record<StopReason, string>> = {
  "passage-limit":
    "the folder has more new text than can be indexed while you wait, so this comes from the index as it is; to bring it up to date: pullquote index",
  "index-locked":
    "another pullquote is writing the index, so this comes from the index as it was before",
  "index-read-only":
    "the folder changed, but the index cannot be written here, so this comes from the index as it is",
};

async function hasIndex(assistant: Assistant): Promise<boolean> {
  try {
    await assistant.articles();
    return true;
  } catch (error) {
    if (error instanceof PullquoteError && error.code === "no-index") return false;
    throw error;
  }
}
