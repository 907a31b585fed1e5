// The kept questions → stdout, or nothing kept any more.

import { PullquoteError, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { printList } from "../print-list.ts";
import { openStateStore, type StateStore } from "../session-store.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ flags, settings, screen }) => {
  const store = openStateStore(findUserFolders().state);
  if (flags["clear"] === true) {
    clearStore(store);
    screen.note(`deleted the kept questions and answers in ${store.folder}`);
    return EXIT.answered;
  }
  const questions = store.loadQuestions();
  const listing = {
    rows: questions.map((question) => ({ question })),
    columns: ["question"],
    json: { folder: store.folder, questions },
    layOut: () => questions.map(sanitizeTerminal).join("\n"),
  };
  return printList(listing, { settings, screen });
};

function clearStore(store: StateStore): void {
  try {
    store.clear();
  } catch (cause) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `What is kept in ${store.folder} cannot be deleted (${(cause as NodeJS.ErrnoException).code}).`,
      hint: `Make that folder writable, or delete it yourself: ${store.folder}`,
      cause,
    });
  }
}
