// A chosen command's name and what was typed → the command's exit code.

import { announceRemotes } from "./announce-remotes.ts";
import { EXIT } from "./exit-codes.ts";
import { loadCommand } from "./load-command.ts";
import { resolveSettings } from "./settings/resolve-settings.ts";
import { refuseUntrusted } from "./settings/trust-config.ts";
import { findUserFolders } from "./settings/user-folders.ts";
import { openScreen } from "./terminal.ts";

/** The first Ctrl-C, or a request to end, asks the command to stop; the second ends the program at once. */
export async function runCommand(
  name: string,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(EXIT.interrupted);
      interruption.abort();
    });
  }
  const settings = resolveSettings({ flags, environment: process.env, folder: process.cwd() });
  if (name !== "trust") refuseUntrusted(settings, findUserFolders().state);
  const screen = openScreen(settings, process, process.env);
  await announceRemotes(name, settings, screen);
  const run = await loadCommand(name);
  return run({ words, flags, settings, screen, signal: interruption.signal });
}
