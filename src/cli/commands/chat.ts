// A terminal or a pipe → the question loop.

import type { RunCommand } from "../invocation.ts";
import { answerLines, answerTyping } from "../loop/ask-loop.ts";
import { startSession } from "../loop/loop-session.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { count } from "../progress.ts";
import { openStateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const store = settings.values.history ? openStateStore(findUserFolders().state) : undefined;
    const session = startSession(corpus, settings, screen, store);
    if (!screen.interactive) return await answerLines(session, signal);
    const articles = await corpus.assistant.articles();
    if (articles.length === 0) screen.note("There is no article in the index yet.");
    screen.note(`${count(articles.length, "article")}. Ask a question; /help lists the commands.`);
    return await answerTyping(session, signal);
  });
};
