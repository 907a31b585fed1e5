// A part of the folder → its rows at a place of their own, to be adopted by an index.

import { readFileSync } from "node:fs";
import { type CorpusPart, PullquoteError } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { tellRemoteIndex } from "../model-choice.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { printEvents } from "../print-events.ts";
import { describeSummary, followIndexRun } from "../progress.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  const part = readPart(flags["part"]);
  const { out } = flags;
  if (typeof out !== "string" || out === "") {
    throw new PullquoteError({
      code: "bad-setting",
      message: "There is no place for the rows.",
      hint: `Name a folder or an address: pullquote shard --part ${part.part}/${part.of} --out PLACE`,
    });
  }
  const manifest = readManifest(flags["manifest"]);
  const location = { ...requireLocation(settings), index: out };
  tellRemoteIndex({ ...settings.values, index: out }, screen);
  return useAssistant(settings, location, async (assistant) => {
    const run = assistant.index({ part, manifest, signal });
    const events = flags["events"] === true ? printEvents(run, screen, (event) => event) : run;
    const summary = await followIndexRun(events, screen);
    if (settings.values.json) await screen.printJson({ ...location, part, ...summary });
    else {
      for (const line of describeSummary(summary)) {
        screen.note(line.replace(/^index:/, `part ${part.part} of ${part.of}:`));
      }
    }
    return EXIT.answered;
  });
};

/** @throws PullquoteError `bad-setting` */
function readPart(typed: unknown): CorpusPart {
  const [, part = "", of = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(String(typed)) ?? [];
  const [at, parts] = [Number(part), Number(of)];
  if (at >= 1 && at <= parts) return { part: at, of: parts };
  throw new PullquoteError({
    code: "bad-setting",
    message:
      typed === undefined
        ? "There is no part named."
        : `--part must be like 3/16, from 1/16 to 16/16, not ${JSON.stringify(typed)}.`,
    hint: "pullquote shard --part 3/16 --out PLACE",
  });
}

/** Ids one a line; empty lines are passed over. */
function readManifest(path: unknown): readonly string[] | undefined {
  if (typeof path !== "string") return undefined;
  try {
    const lines = readFileSync(path, "utf8")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/);
    return lines.filter((line) => line !== "");
  } catch (cause) {
    throw new PullquoteError({
      code: "file-unreadable",
      message: `The manifest ${path} cannot be read: ${(cause as Error).message}.`,
      hint: "Name a file with one article's path below --corpus a line: --manifest FILE",
      cause,
    });
  }
}
