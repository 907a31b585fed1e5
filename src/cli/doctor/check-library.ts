// The library's own parts → whether model, corpus and index are in order.

import { accessSync, constants, readdirSync } from "node:fs";
import { checkModel, type IndexStatus, PullquoteError } from "../../index.ts";
import { findLocation, openAt } from "../open-corpus.ts";
import { count, tellOtherKinds } from "../progress.ts";
import { requireCorpus } from "../settings/locate-corpus.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import { type Check, fault, note, well } from "./check.ts";
import { checkWritable } from "./check-folders.ts";

export async function checkModelFiles(): Promise<Check> {
  try {
    const { model, digest } = await checkModel();
    return well("model", `${model}, sha256 ${digest.slice(0, 12)}…`);
  } catch (error) {
    return describeFault("model", error, "npm run build, or install pullquote again");
  }
}

export function checkCorpus(settings: Settings): Check {
  const location = findLocation(settings);
  try {
    requireCorpus(settings, location);
    accessSync(location.corpus, constants.R_OK);
    return readdirSync(location.corpus).length === 0
      ? fault("corpus", `${location.corpus} is empty`, "put .txt or .md articles into it")
      : well("corpus", location.corpus);
  } catch (error) {
    // A single file can be a corpus too.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return well("corpus", location.corpus);
    return describeFault("corpus", error, `make ${location.corpus} readable`);
  }
}

export async function checkIndex(
  settings: Settings,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const location = findLocation(settings);
  const writable = checkWritable("index folder", location.index);
  if (!location.corpusExists) return [note("index", "not looked at: there is no corpus")];
  try {
    const assistant = await openAt(settings, location);
    try {
      const status = await assistant.status(signal);
      return [describeIndex(status), ...describeUnread(status), writable];
    } finally {
      await assistant.close();
    }
  } catch (error) {
    return [describeFault("index", error, "pullquote index --rebuild"), writable];
  }
}

function describeIndex({ state, articles, passages, pending }: IndexStatus): Check {
  if (state === undefined) return note("index", "not made yet", "pullquote index");
  const behind = pending.added + pending.changed + pending.removed;
  const size = `${count(articles, "article")}, ${count(passages, "passage")}`;
  return behind === 0
    ? well("index", size)
    : note("index", `${size}; ${count(behind, "file")} changed since`, "pullquote index");
}

/** Nothing to repair, but what is not read cannot be answered from. */
function describeUnread({ skipped, otherKinds }: IndexStatus): readonly Check[] {
  const told = [
    ...(skipped > 0 ? [`${count(skipped, "file")} skipped; why: pullquote index`] : []),
    ...tellOtherKinds(otherKinds),
  ];
  return told.map((line) => note("files", line));
}

function describeFault(name: string, error: unknown, usualFix: string): Check {
  const detail = error instanceof Error ? error.message : String(error);
  const hint = error instanceof PullquoteError ? error.hint : undefined;
  return fault(name, detail, hint ?? usualFix);
}
