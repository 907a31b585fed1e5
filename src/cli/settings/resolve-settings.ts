// Flags, environment, config file → every setting's value and where it came from.

import { resolve } from "node:path";
import { PullquoteError } from "../../index.ts";
import { parseValue, type SettingValue } from "./parse-value.ts";
import { readConfig } from "./read-config.ts";
import type { SettingKey, SettingRow, SettingValues } from "./setting-table.ts";
import { SETTING_TABLE } from "./setting-table.ts";

/** Where a value came from; `name` is the flag, the variable or the file. */
export interface SettingOrigin {
  readonly kind: "flag" | "environment" | "file" | "default";
  readonly name: string;
}

export interface Settings {
  readonly values: SettingValues;
  readonly origins: ReadonlyMap<SettingKey, SettingOrigin>;
  readonly configFile: string | undefined;
  /** The user named the file; else it was found in the folder or above. */
  readonly isConfigNamed: boolean;
}

export interface SettingSources {
  /** Only flags that were really given, by setting key; `config` names a config file. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

interface Given {
  readonly raw: unknown;
  readonly origin: SettingOrigin;
}

/**
 * Flag before environment before file before default.
 * @throws PullquoteError `bad-setting` | `bad-config`
 */
export function resolveSettings(sources: SettingSources): Settings {
  const { folder } = sources;
  const named = findNamedConfig(sources);
  const config = readConfig(folder, named);
  const values: Record<string, SettingValue> = {};
  const origins = new Map<SettingKey, SettingOrigin>();
  for (const row of SETTING_TABLE) {
    const given = findGiven(row, sources);
    const fromFile = config?.values.get(row.key);
    if (given) {
      values[row.key] = joinFile(row, fromFile, parseGiven(row, given, folder));
      origins.set(row.key, given.origin);
      continue;
    }
    const value = fromFile ?? row.default;
    if (value !== undefined) values[row.key] = value;
    origins.set(
      row.key,
      fromFile === undefined
        ? { kind: "default", name: row.defaultText ?? "" }
        : { kind: "file", name: config?.path ?? "" },
    );
  }
  const resolved = values as unknown as SettingValues;
  refuseContradictions(resolved);
  const configFile = config?.path;
  return { values: resolved, origins, configFile, isConfigNamed: named !== undefined };
}

/** Pairs of the file stay, but for a name that a flag gives anew: of two the last one counts. */
function joinFile(
  { kind }: SettingRow,
  fromFile: SettingValue | undefined,
  given: SettingValue,
): SettingValue {
  const isJoined = kind === "pairs" && Array.isArray(fromFile) && Array.isArray(given);
  return isJoined ? [...fromFile, ...given] : given;
}

function findNamedConfig({ flags, environment, folder }: SettingSources): string | undefined {
  const named = flags["config"] ?? environment["PULLQUOTE_CONFIG"];
  return named === undefined || named === "" ? undefined : resolve(folder, String(named));
}

function findGiven(row: SettingRow, sources: SettingSources): Given | undefined {
  const fromFlag = sources.flags[row.key];
  if (fromFlag !== undefined) {
    const name = row.flag?.match(/--[a-z-]+/)?.[0] ?? row.key;
    return { raw: fromFlag, origin: { kind: "flag", name } };
  }
  const { environment } = sources;
  const variable = row.environment;
  const set = variable === undefined ? undefined : environment[variable];
  if (variable !== undefined && set !== undefined && set !== "") {
    return { raw: set, origin: { kind: "environment", name: variable } };
  }
  // https://no-color.org: any non-empty value.
  if (row.key === "color" && environment["NO_COLOR"]) {
    return { raw: "never", origin: { kind: "environment", name: "NO_COLOR" } };
  }
  return undefined;
}

function parseGiven(row: SettingRow, given: Given, folder: string): SettingValue {
  const parsed = parseValue(row, given.raw, folder);
  if (parsed.ok) return parsed.value;
  throw new PullquoteError({
    code: "bad-setting",
    message: `${given.origin.name} must be ${parsed.wanted}, not ${JSON.stringify(given.raw)}.`,
    hint: `Change ${given.origin.name}, or leave it out.`,
  });
}

function refuseContradictions({ since, until }: SettingValues): void {
  if (since === undefined || until === undefined || since <= until) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `--since ${since} is later than --until ${until}: no article can be both.`,
    hint: `Try --since ${until} --until ${since}.`,
  });
}
