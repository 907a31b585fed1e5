// `doctor`: checks the installation, the folders and the models, and says how to mend what is wrong.

import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import {
  checkModel,
  checkModels,
  type IndexStatus,
  isRemotePlace,
  PullquoteError,
  sanitizeTerminal,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { readModelChoice } from "../model-choice.ts";
import { findLocation, useAssistant } from "../open-corpus.ts";
import { readVersion } from "../package-info.ts";
import { count, tellUnread } from "../progress.ts";
import { requireCorpus } from "../settings/locate-corpus.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import { findUserFolders } from "../settings/user-folders.ts";
import type { Screen } from "../terminal.ts";

/** A `note` needs no repair; a `fault` has a fix: the command to run, or the change to make. */
interface Check {
  readonly name: string;
  readonly verdict: "well" | "note" | "fault";
  readonly detail: string;
  readonly fix?: string;
}

type Told = (name: string, detail: string, fix?: string) => Check;
const tell =
  (verdict: Check["verdict"]): Told =>
  (name, detail, fix) => ({ name, verdict, detail, ...(fix !== undefined && { fix }) });
const [well, note, fault] = [tell("well"), tell("note"), tell("fault")];

async function checkModelFiles(): Promise<Check> {
  try {
    const { model, digest } = await checkModel();
    return well("model", `${model}, sha256 ${digest.slice(0, 12)}…`);
  } catch (error) {
    return describeFault("model", error, "npm run build, or install pullquote again");
  }
}

function checkCorpus(settings: Settings): Check {
  const location = findLocation(settings);
  try {
    requireCorpus(settings, location);
    // A bucket is listed when the index is held against it.
    if (isRemotePlace(location.corpus)) return well("corpus", location.corpus);
    accessSync(location.corpus, constants.R_OK);
    return readdirSync(location.corpus).length === 0
      ? fault("corpus", `${location.corpus} is empty`, "put articles into it")
      : well("corpus", location.corpus);
  } catch (error) {
    // A single file can be a corpus too.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return well("corpus", location.corpus);
    return describeFault("corpus", error, `make ${location.corpus} readable`);
  }
}

async function checkIndex(settings: Settings, signal: AbortSignal): Promise<readonly Check[]> {
  const location = findLocation(settings);
  // Whether a store can be written is seen at the first write: a look would cost requests.
  const isRemote = isRemotePlace(location.index);
  const writable = isRemote ? [] : [checkWritable("index folder", location.index)];
  if (!location.corpusExists) return [note("index", "not looked at: there is no corpus")];
  try {
    const status = await useAssistant(settings, location, (opened) => opened.status(signal));
    // Nothing to repair, but what is not read cannot be answered from.
    const unread = tellUnread(status).map((line) => note("files", line));
    return [describeIndex(status), ...unread, ...writable];
  } catch (error) {
    return [describeFault("index", error, "pullquote index --rebuild"), ...writable];
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

/** A folder that is not there yet is well when the nearest one above it can be written. */
function checkWritable(name: string, folder: string): Check {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return well(name, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return fault(name, `${nearest} cannot be written (${code})`, `make ${nearest} writable`);
  }
}

function describeFault(name: string, error: unknown, usualFix: string): Check {
  const detail = error instanceof Error ? error.message : String(error);
  const hint = error instanceof PullquoteError ? error.hint : undefined;
  return fault(name, detail, hint ?? usualFix);
}

/** Settings and terminal → every check of the doctor, in the order to be read. */
async function runChecks(
  settings: Settings,
  screen: Screen,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const { cache, state } = findUserFolders();
  return [
    well("pullquote", `${readVersion()} on ${process.platform} ${process.arch}`),
    // An older one than is needed was refused before it came here.
    well("node", process.versions.node),
    await checkModelFiles(),
    checkCorpus(settings),
    ...(await checkIndex(settings, signal)),
    // Of those that are not built in: server, model, context and a round trip.
    ...(await checkModels(readModelChoice(settings.values), signal)).map((check) =>
      check.fault === undefined
        ? well(check.name, check.detail)
        : fault(check.name, check.detail, check.fault.hint ?? "pullquote models"),
    ),
    checkWritable("state", state),
    checkWritable("cache", cache),
    checkTerminal(screen),
  ];
}

function checkTerminal({ interactive, width, colour, hyperlinks }: Screen): Check {
  if (!interactive) return note("terminal", "none: output is plain, and not wrapped");
  const parts = [
    `${width} columns`,
    colour ? "colour" : "no colour",
    hyperlinks ? "hyperlinks" : "no hyperlinks",
  ];
  return well("terminal", parts.join(", "));
}

const MARKS = { well: "ok  ", note: "note", fault: "FAIL" } as const;

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const checks = await runChecks(settings, screen, signal);
  const healthy = checks.every(({ verdict }) => verdict !== "fault");
  const rows = checks.map(({ name, verdict, detail, fix }) => ({ name, verdict, detail, fix }));
  if (settings.values.json) {
    await screen.printJson({ healthy, checks }, rows);
  } else {
    for (const { name, verdict, detail, fix } of checks) {
      screen.print(sanitizeTerminal(`${MARKS[verdict]}  ${name.padEnd(12)} ${detail}`));
      if (fix !== undefined) screen.print(sanitizeTerminal(`      fix: ${fix}`));
    }
  }
  return healthy ? EXIT.answered : EXIT.error;
};
