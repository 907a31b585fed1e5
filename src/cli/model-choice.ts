// Settings → who writes and who embeds, as the library takes it.

import { type ModelChoice, type ModelOptions, PullquoteError } from "../index.ts";
import type { SettingValues } from "./settings/setting-row.ts";

/** @throws PullquoteError `bad-setting` for an option that is no `name=value` */
export function readModelChoice(values: SettingValues): ModelChoice {
  const { model, embedder, option = [], prompts } = values;
  return { model, embedder, modelOptions: readOptions(option), prompts };
}

function readOptions(written: readonly string[]): ModelOptions {
  return Object.fromEntries(
    written.map((text) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
      if (name !== undefined && value !== undefined) return [name, readOption(value)];
      throw new PullquoteError({
        code: "bad-setting",
        message: `--option must be name=value, not ${JSON.stringify(text)}.`,
        hint: "For example --option num_ctx=8192",
      });
    }),
  );
}

function readOption(text: string): string | number | boolean {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text === "true" || text === "false" ? text === "true" : text;
}
