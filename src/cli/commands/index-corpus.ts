// The folder, or shards that were made of it elsewhere → an index that is up to date, smaller by some articles, or gone.

import { type Assistant, type IngestEvent, PullquoteError } from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { tellRemoteIndex } from "../model-choice.ts";
import { findLocation, requireLocation, useAssistant } from "../open-corpus.ts";
import { count, describeSummary, followIndexRun } from "../progress.ts";

export const run: RunCommand = async (invocation) => {
  const { remove, destroy, rebuild, adopt, partial } = invocation.flags;
  const chosen = [remove, destroy, rebuild, adopt].filter((flag) => flag !== undefined);
  if (chosen.length > 1 || (partial === true && adopt === undefined)) {
    throw new PullquoteError({
      code: "bad-setting",
      message:
        "--rebuild, --remove, --destroy and --adopt exclude one another; --partial goes with --adopt.",
      hint: "Give one of them: pullquote index --help",
    });
  }
  if (destroy === true) return destroyIndex(invocation);
  if (Array.isArray(remove)) return removeArticles(invocation, remove.map(String));
  const { signal } = invocation;
  if (!Array.isArray(adopt)) {
    return followRun(invocation, (assistant) =>
      assistant.index({ rebuild: rebuild === true, signal }),
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
  { settings, screen }: Invocation,
  begin: (assistant: Assistant) => AsyncIterable<IngestEvent>,
): Promise<number> {
  const location = requireLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    const summary = await followIndexRun(begin(assistant), screen);
    if (settings.values.json) screen.print(JSON.stringify({ ...location, ...summary }));
    else describeSummary(summary).forEach(screen.note);
    return EXIT.answered;
  });
}

function removeArticles({ settings, screen }: Invocation, articles: string[]): Promise<number> {
  return useAssistant(settings, findLocation(settings), async (assistant) => {
    const known = (await assistant.articles()).map(({ id }) => id);
    const named = articles.map((typed) => findNamed(typed, known));
    const unknown = articles.filter((_, at) => named[at] === undefined);
    if (unknown.length > 0) {
      throw new PullquoteError({
        code: "unknown-article",
        message: `Not in the index: ${unknown.join(", ")}. Nothing was removed.`,
        hint: "List the names with: pullquote articles",
      });
    }
    await assistant.forget(named.flatMap((id) => id ?? []));
    screen.note(`removed ${count(articles.length, "article")} from the index; the files stay`);
    return EXIT.answered;
  });
}

/** The name itself, else the only one that is the same in another Unicode form. */
function findNamed(typed: string, known: readonly string[]): string | undefined {
  if (known.includes(typed)) return typed;
  const same = known.filter((id) => id.normalize("NFC") === typed.normalize("NFC"));
  return same.length === 1 ? same[0] : undefined;
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
