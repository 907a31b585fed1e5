// Settings → the assistant for that corpus, its index brought up to date.

import { type Assistant, type IngestSummary, openAssistant, PullquoteError } from "../index.ts";
import { PACKAGE_FOLDER } from "./package-info.ts";
import { count, describeSummary, followIndexRun } from "./progress.ts";
import { type Location, locateCorpus, requireCorpus } from "./settings/locate-corpus.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { findUserFolders } from "./settings/user-folders.ts";
import type { Screen } from "./terminal.ts";

/** More than this many passages are not embedded while somebody waits for an answer. */
export const REFRESH_LIMIT_PASSAGES = 2000;

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

/** As {@link openCorpus}, for what must work although the corpus is gone: deleting its index. */
export function openAt(settings: Settings, location: Location): Promise<Assistant> {
  return openAssistant({
    corpus: location.corpus,
    index: location.index,
    maxFileBytes: settings.values.maxFileMegabytes * MEGABYTE,
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
  const { state, pending } = await assistant.status(signal);
  if (state === undefined) {
    screen.note("No index yet: reading the articles once.");
    describeSummary(await followIndexRun(assistant.index({ signal }), screen)).forEach(screen.note);
    return;
  }
  const changes = pending.added + pending.changed + pending.removed;
  if (!settings.values.refresh || changes === 0) return;
  try {
    const events = assistant.index({ passageLimit: REFRESH_LIMIT_PASSAGES, signal });
    tellRefresh(await followIndexRun(events, screen), changes, screen);
  } catch (error) {
    if (!(error instanceof PullquoteError) || error.code !== "index-read-only") throw error;
    screen.note(`note: ${error.message} Answering from the index as it is.`);
  }
}

function tellRefresh(summary: IngestSummary, changes: number, screen: Screen): void {
  if (!summary.complete) {
    screen.note(
      `note: ${count(changes, "file")} changed, too many to index while you wait. Answering from the index as it is; to bring it up to date: pullquote index`,
    );
    return;
  }
  const { added, changed, moved, removed } = summary;
  if (added.length + changed.length + moved.length + removed.length === 0) return;
  describeSummary(summary).forEach(screen.note);
}
