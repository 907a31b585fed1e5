// Settings → one line on stderr for each service that will see the reader's text.

import { findRemoteServices } from "../index.ts";
import { readModelChoice } from "./model-choice.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import type { Screen } from "./terminal.ts";

/** Commands in whose course a writer or an embedder gets to work. */
const USING_MODELS: ReadonlySet<string> = new Set([
  "ask",
  "chat",
  "index",
  "search",
  "eval",
  "replay",
]);

/** @throws PullquoteError `bad-setting` */
export async function announceRemotes(
  command: string,
  settings: Settings,
  screen: Screen,
): Promise<void> {
  if (!USING_MODELS.has(command)) return;
  const services = await findRemoteServices(readModelChoice(settings.values), process.env);
  for (const { name, receives, where } of services) {
    screen.note(`note: ${name} is not on this machine: ${where} gets ${receives}`);
  }
}
