// A folder → its index kept up to date until Ctrl-C, with a line for every change.

import { type Assistant, PullquoteError, sanitizeTerminal, type WatchEvent } from "../../index.ts";
import { describeChange } from "../follow-changes.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { requireLocation, useAssistant } from "../open-corpus.ts";
import { describeSummary, followIndexRun } from "../progress.ts";
import { isInterruption } from "../report-error.ts";

export const run: RunCommand = async (invocation) => {
  const { flags, settings, signal } = invocation;
  const every = readEvery(flags["every"]);
  return useAssistant(settings, requireLocation(settings), async (assistant) => {
    try {
      await indexFirst(assistant, invocation);
      await tellChanges(assistant.watch({ ...every, signal }), invocation);
    } catch (error) {
      if (!isInterruption(error)) throw error;
    }
    return EXIT.answered;
  });
};

/** What was there before: with a bar, not with a receipt for each. */
async function indexFirst(assistant: Assistant, { screen, signal }: Invocation): Promise<void> {
  try {
    const summary = await followIndexRun(assistant.index({ quick: true, signal }), screen);
    describeSummary(summary).forEach(screen.note);
  } catch (error) {
    // The first files may still come; `watch` tells of the fault.
    if (!(error instanceof PullquoteError && error.code === "empty-corpus")) throw error;
  }
  screen.note("watching; Ctrl-C ends");
}

async function tellChanges(
  events: AsyncIterable<WatchEvent>,
  { settings, screen }: Invocation,
): Promise<void> {
  for await (const event of events) {
    if (settings.values.json) await screen.printJson(project(event));
    else for (const line of describeChange(event)) screen.print(sanitizeTerminal(line));
  }
}

const project = (event: WatchEvent): object => {
  if (event.kind !== "fault") return event;
  const { code, message } = event.error;
  return { kind: event.kind, code, message };
};

/** Seconds as typed. @throws PullquoteError `bad-setting` */
function readEvery(typed: unknown): { readonly every?: number } {
  if (typed === undefined) return {};
  const every = Number(typed);
  if (every >= 1 && every <= LONGEST) return { every };
  throw new PullquoteError({
    code: "bad-setting",
    message: `--every must be seconds, from 1 to ${LONGEST}, not ${JSON.stringify(typed)}.`,
    hint: "Change --every, or leave it out.",
  });
}

const LONGEST = 3_600;
