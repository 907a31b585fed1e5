// The folder → an index that is up to date, smaller by some articles, or gone.

import { PullquoteError } from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { findLocation, requireLocation, useAssistant } from "../open-corpus.ts";
import { count, describeSummary, followIndexRun } from "../progress.ts";

export const run: RunCommand = async (invocation) => {
  const { remove, destroy, rebuild, check } = invocation.flags;
  if ([remove, destroy, rebuild, check].filter((flag) => flag !== undefined).length > 1) {
    throw new PullquoteError({
      code: "bad-setting",
      message: "--check, --rebuild, --remove and --destroy exclude one another.",
      hint: "Give one of them: pullquote index --help",
    });
  }
  if (destroy === true) return destroyIndex(invocation);
  if (Array.isArray(remove)) return removeArticles(invocation, remove.map(String));
  return indexCorpus(invocation, { rebuild: rebuild === true, check: check === true });
};

function indexCorpus(
  { settings, screen, signal }: Invocation,
  wanted: { readonly rebuild: boolean; readonly check: boolean },
): Promise<number> {
  const location = requireLocation(settings);
  return useAssistant(settings, location, async (assistant) => {
    const summary = await followIndexRun(assistant.index({ ...wanted, signal }), screen);
    if (settings.values.json) screen.print(JSON.stringify({ ...location, ...summary }));
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
