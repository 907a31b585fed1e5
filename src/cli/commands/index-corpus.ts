// The folder, or shards that were made of it elsewhere → an index that is up to date, smaller by some articles, or gone.

import { type Assistant, type IngestEvent, PullquoteError } from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { tellRemoteIndex } from "../model-choice.ts";
import { findLocation, requireLocation, useAssistant } from "../open-corpus.ts";
import { printEvents } from "../print-events.ts";
import { count, describeSummary, followIndexRun } from "../progress.ts";

export const run: RunCommand = async (invocation) => {
  const { remove, destroy, rebuild, check, adopt, partial } = invocation.flags;
  const chosen = [remove, destroy, rebuild, check, adopt].filter((flag) => flag !== undefined);
  if (chosen.length > 1 || (partial === true && adopt === undefined)) {
    throw new PullquoteError({
      code: "bad-setting",
      message:
        "--check, --rebuild, --remove, --destroy and --adopt exclude one another; --partial goes with --adopt.",
      hint: "Give one of them: pullquote index --help",
    });
  }
  if (destroy === true) return destroyIndex(invocation);
  if (Array.isArray(remove)) return removeArticles(invocation, remove.map(String));
  const { signal } = invocation;
  if (!Array.isArray(adopt)) {
    return followRun(invocation, (assistant) =>
      assistant.index({ rebuild: rebuild === true, check: check === true, signal }),
    );
  }
  const shards = adopt.map(String);
  for (const index of shards) {
    tellRemoteIndex({ ...invocation.settings.values, index }, invocation.screen);
  }
  return followRun(invocation, (assistant) =>
    assistant.adopt(shards, { partial: partial === true, signal }),
  );
};

function followRun(
  { flags, settings, screen }: Invocation,
  begin: (assistant: Assistant) => AsyncIterable<IngestEvent>,
): Promise<number> {
  const location = requireLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    const run = begin(assistant);
    const events = flags["events"] === true ? printEvents(run, screen, (event) => event) : run;
    const summary = await followIndexRun(events, screen);
    if (settings.values.json) await screen.printJson({ ...location, ...summary });
    else describeSummary(summary).forEach(screen.note);
    return EXIT.answered;
  });
}

function removeArticles({ settings, screen }: Invocation, articles: string[]): Promise<number> {
  return useAssistant(settings, findLocation(settings), async (assistant) => {
    await assistant.forget(articles);
    screen.note(`removed ${count(articles.length, "article")} from the index; the files stay`);
    return EXIT.answered;
  });
}

function destroyIndex({ settings, screen }: Invocation): Promise<number> {
  const location = findLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    await assistant.destroyIndex();
    screen.note(`deleted the index in ${location.index}`);
    screen.note("kept questions and answers are deleted by: pullquote history --clear");
    return EXIT.answered;
  });
}
