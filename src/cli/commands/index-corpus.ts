// The folder → an index that is up to date, smaller by some articles, or gone.

import { PullquoteError } from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { findLocation, requireLocation, useAssistant } from "../open-corpus.ts";
import { count, describeSummary, followIndexRun } from "../progress.ts";

export const run: RunCommand = async (invocation) => {
  const { remove, destroy, rebuild } = invocation.flags;
  if ([remove, destroy, rebuild].filter((flag) => flag !== undefined).length > 1) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "--rebuild, --remove and --destroy exclude one another.",
      hint: "Give one of them: pullquote index --help",
    });
  }
  if (destroy === true) return destroyIndex(invocation);
  if (Array.isArray(remove)) return removeArticles(invocation, remove.map(String));
  return indexCorpus(invocation, rebuild === true);
};

function indexCorpus({ settings, screen, signal }: Invocation, rebuild: boolean): Promise<number> {
  const location = requireLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    const summary = await followIndexRun(assistant.index({ rebuild, signal }), screen);
    if (settings.values.json) await screen.printJson({ ...location, ...summary });
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
