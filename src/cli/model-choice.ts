// Settings → who writes and who embeds, as the library takes it.

import type { ModelChoice, ModelOptions } from "../index.ts";
import type { SettingValues } from "./settings/setting-table.ts";

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
