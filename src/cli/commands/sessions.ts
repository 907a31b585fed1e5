// The named sessions → a list on stdout, or one of them deleted.

import { PullquoteError, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { SESSION_FIELDS } from "../json-fields.ts";
import { type ListedSession, listSessions, removeSession } from "../named-sessions.ts";
import { printList } from "../print-list.ts";
import { count } from "../progress.ts";
import { suggestWord } from "../settings/suggest-word.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ flags, settings, screen }) => {
  const { state } = findUserFolders();
  const named = flags["remove"];
  if (typeof named === "string") {
    remove(state, named);
    screen.note(`deleted the session ${named}`);
    return EXIT.answered;
  }
  const sessions = listSessions(state);
  const rows = sessions.map(({ name, changed, session }) => ({
    name,
    changed,
    questions: session?.outcomes.length,
    corpus: session?.corpus,
    last: session?.outcomes.at(-1)?.question,
  }));
  return printList(
    { rows, columns: SESSION_FIELDS, json: rows, layOut: () => sessions.map(describe).join("\n") },
    { settings, screen },
  );
};

function describe({ name, changed, session }: ListedSession): string {
  const told =
    session === undefined
      ? `    damaged, or of another version: pullquote sessions --remove ${JSON.stringify(name)}`
      : `    ${count(session.outcomes.length, "answer")}, last ${changed}, of ${session.corpus}`;
  return [name, told].map(sanitizeTerminal).join("\n");
}

function remove(state: string, name: string): void {
  try {
    if (removeSession(state, name)) return;
  } catch (cause) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `The session ${name} cannot be deleted (${(cause as NodeJS.ErrnoException).code}).`,
      hint: `Make this folder writable: ${state}`,
      cause,
    });
  }
  const known = listSessions(state).map((one) => one.name);
  const meant = suggestWord(name, known);
  throw new PullquoteError({
    code: "bad-setting",
    message: `There is no session ${JSON.stringify(name)}.`,
    hint: meant === undefined ? "pullquote sessions lists them." : `Did you mean ${meant}?`,
  });
}
