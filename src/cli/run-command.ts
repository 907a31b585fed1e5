// A chosen command's name and what was typed → the command's exit code.

import { announceRemotes } from "./announce-remotes.ts";
import { EXIT } from "./exit-codes.ts";
import { loadCommand } from "./load-command.ts";
import { resolveSettings } from "./settings/resolve-settings.ts";
import { openScreen } from "./terminal.ts";

/** The first Ctrl-C asks the command to stop, the second ends the program at once. */
export async function runCommand(
  name: string,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const interruption = new AbortController();
  process.on("SIGINT", () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  });
  const settings = resolveSettings({ flags, environment: process.env, folder: process.cwd() });
  const screen = openScreen(settings, process, process.env);
  await announceRemotes(name, settings, screen);
  const run = await loadCommand(name);
  return run({ words, flags, settings, screen, signal: interruption.signal });
}
