// Corpus, index and settings → what is used, and where each value came from.

import { type IndexStatus, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { findLocation, useAssistant } from "../open-corpus.ts";
import { count, tellUnread } from "../progress.ts";
import type { Location } from "../settings/locate-corpus.ts";
import type { SettingOrigin, Settings } from "../settings/resolve-settings.ts";
import { SETTING_TABLE } from "../settings/setting-table.ts";
import { findUserFolders } from "../settings/user-folders.ts";

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const location = findLocation(settings);
  const status = location.corpusExists
    ? await useAssistant(settings, location, (assistant) => assistant.status(signal))
    : undefined;
  const { state: stateFolder } = findUserFolders();
  const values = listSettings(settings, location);
  if (settings.values.json) {
    const { configFile } = settings;
    await screen.printJson({ ...location, stateFolder, configFile, ...status, settings: values });
    return EXIT.answered;
  }
  const lines = [
    `corpus   ${location.corpus}${location.corpusExists ? "" : "  (does not exist)"}`,
    `index    ${location.index}`,
    ...(status ? describeIndex(status) : []),
    `config   ${settings.configFile ?? "none (no pullquote.json here or above)"}`,
    `state    ${stateFolder}`,
    "",
    ...values.map(
      ({ key, value, origin }) =>
        `${key.padEnd(16)} ${String(value ?? "not set").padEnd(12)}  ${origin.kind}${origin.name ? ` (${origin.name})` : ""}`,
    ),
  ];
  for (const line of lines) screen.print(sanitizeTerminal(line));
  return EXIT.answered;
};

function describeIndex(status: IndexStatus): readonly string[] {
  const { state, articles, passages, pending } = status;
  const left = tellUnread(status).map((line) => `         ${line}`);
  if (state === undefined) return ["         not made yet; to make it: pullquote index", ...left];
  const { added, changed, removed } = pending;
  const behind = added + changed + removed;
  return [
    `         ${count(articles, "article")}, ${count(passages, "passage")}`,
    behind === 0
      ? "         up to date"
      : `         not whole: ${added} new, ${changed} changed, ${removed} gone; to bring it up to date: pullquote index`,
    ...left,
    `embedder ${state.embedder.name} (${state.embedder.model}, ${state.embedder.dimensions} dimensions)`,
  ];
}

interface ListedSetting {
  readonly key: string;
  readonly value: unknown;
  readonly origin: SettingOrigin;
}

function listSettings(settings: Settings, location: Location): readonly ListedSetting[] {
  return SETTING_TABLE.map(({ key }) => ({
    key,
    value: key === "corpus" || key === "index" ? location[key] : settings.values[key],
    origin: settings.origins.get(key === "corpus" && settings.values.sample ? "sample" : key) ?? {
      kind: "default",
      name: "",
    },
  }));
}
