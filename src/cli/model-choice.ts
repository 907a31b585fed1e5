// Settings → who writes and embeds and where the index lies, as the library takes it; and what leaves this machine by that.

import {
  findRemotePlace,
  findRemoteServices,
  type ModelChoice,
  type ModelOptions,
  type StorageSettings,
} from "../index.ts";
import type { SettingValues } from "./settings/setting-table.ts";
import type { Screen } from "./terminal.ts";

export function readModelChoice(values: SettingValues): ModelChoice {
  const { model, embedder, option = [], prompts } = values;
  return { model, embedder, modelOptions: readOptions(option), prompts };
}

/** Each is `name=value`: the settings have checked that. */
function readOptions(written: readonly string[]): ModelOptions {
  return Object.fromEntries(
    written.map((text) => {
      const at = text.indexOf("=");
      return [text.slice(0, at), readOption(text.slice(at + 1))];
    }),
  );
}

function readOption(text: string): string | number | boolean {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text === "true" || text === "false" ? text === "true" : text;
}

/** As `storage` has it: each is `name=value`. */
export function readStorage({ storage = [] }: SettingValues): StorageSettings {
  return Object.fromEntries(
    storage.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]),
  );
}

/** Says where the index lies that is not on this machine. */
export function tellRemoteIndex(values: SettingValues, screen: Screen): void {
  const found = findRemotePlace(values.index ?? "", readStorage(values), process.env);
  if (found === undefined) return;
  screen.note(`note: the index is not on this machine: ${found.where} ${found.receives}`);
}

/** Says where the articles lie that are not on this machine. */
export function tellRemoteCorpus(corpus: string, values: SettingValues, screen: Screen): void {
  const found = findRemotePlace(corpus, readStorage(values), process.env);
  if (found === undefined) return;
  screen.note(
    `note: the articles are not on this machine: ${found.where} holds them, and sees which are read`,
  );
}

/** Says where text goes that leaves this machine: all of it, or what one model gets. */
export async function tellRemotes(
  values: SettingValues,
  screen: Screen,
  only?: string,
): Promise<void> {
  const services = await findRemoteServices(readModelChoice(values), process.env);
  for (const { name, receives, where } of services) {
    if (only !== undefined && name !== only) continue;
    screen.note(`note: ${name} is not on this machine: ${where} gets ${receives}`);
  }
}
