// A terminal or a pipe → the question loop, and with --watch what changes in the folder meanwhile.

import { describeChange } from "../follow-changes.ts";
import type { RunCommand } from "../invocation.ts";
import { answerLines, answerTyping } from "../loop/ask-loop.ts";
import { keepSession, type LoopSession, startSession } from "../loop/loop-session.ts";
import { resumeSession } from "../loop/resume-session.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { count } from "../progress.ts";
import { describeError, isInterruption } from "../report-error.ts";
import { openStateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const store = settings.values.history ? openStateStore(findUserFolders().state) : undefined;
    const session = startSession(corpus, settings, screen, store);
    const name = flags["session"];
    if (typeof name === "string") await resumeSession(session, name, signal);
    const end = new AbortController();
    const watching =
      flags["watch"] === true
        ? tellChanges(session, AbortSignal.any([signal, end.signal]))
        : undefined;
    try {
      if (!screen.interactive) return await answerLines(session, signal);
      const { articles } = (await corpus.assistant.totals()) ?? { articles: 0 };
      if (articles === 0) screen.note("There is no article in the index yet.");
      screen.note(`${count(articles, "article")}. Ask a question; /help lists the commands.`);
      return await answerTyping(session, signal);
    } finally {
      end.abort();
      keepSession(session, { turns: [], outcomes: [] });
      await watching;
    }
  });
};

/** A fault of it ends the watching, not the questions. */
async function tellChanges(session: LoopSession, signal: AbortSignal): Promise<void> {
  const { corpus, screen } = session;
  const tell = (lines: readonly string[]): void => {
    if (!signal.aborted) session.aside(() => lines.forEach(screen.note));
  };
  try {
    for await (const event of corpus.assistant.watch({ signal })) tell(describeChange(event));
  } catch (error) {
    if (!isInterruption(error)) tell(describeError(error));
  }
}
