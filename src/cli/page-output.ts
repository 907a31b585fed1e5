// A long text → the reader's pager where a person sits, else stdout as it is.

import { lendTerminal, readCommand } from "./lend-terminal.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import type { Screen } from "./terminal.ts";

/** As `lendTerminal`; a loop that reads keys itself steps aside meanwhile. */
type Lend = (work: () => Promise<boolean>) => Promise<boolean>;

/**
 * Text that is already fit for a terminal. `$PAGER`, else less or more; never in a pipe, never for what the
 * window holds. less gets `FRX` where `$LESS` says nothing: colours as they are, the text left on the screen.
 */
export async function printLong(
  text: string,
  screen: Screen,
  settings: Settings,
  lend: Lend = (work) => work(),
): Promise<void> {
  const { TERM, PAGER, LESS } = process.env;
  const rows = process.stdout.rows ?? 0;
  const isLong = rows > 0 && text.split("\n").length >= rows;
  if (!screen.interactive || !isLong || !settings.values.pager || TERM === "dumb") {
    return screen.print(text);
  }
  const pagers = PAGER === undefined ? [["less"], ["more"]] : [readCommand(PAGER)];
  const environment = { ...process.env, LESS: LESS ?? "FRX" };
  for (const pager of pagers.filter((words) => words.length > 0)) {
    if (await lend(() => lendTerminal(pager, `${text}\n`, environment))) return;
  }
  screen.print(text);
}
