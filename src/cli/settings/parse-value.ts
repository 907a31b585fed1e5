// A setting's raw value → the checked value, or why it is none.

import { resolve } from "node:path";
import { isRemotePlace } from "../../index.ts";
import type { SettingRow } from "./setting-table.ts";

export type SettingValue = string | number | boolean | readonly string[];

type ParsedValue =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly wanted: string };

interface Kind {
  readonly wanted: string;
  /** Undefined for what is no such value. */
  readonly read: (raw: unknown, baseFolder: string) => SettingValue | undefined;
}

const path: Kind = {
  wanted: "a folder",
  read: (raw, folder) =>
    typeof raw !== "string" || raw === "" || raw.includes("\0") ? undefined : resolve(folder, raw),
};

const KINDS: Readonly<Record<Exclude<SettingRow["kind"], "choice">, Kind>> = {
  path,
  place: {
    wanted: "a folder, or an address such as s3://BUCKET/PREFIX",
    read: (raw, folder) =>
      typeof raw === "string" && isRemotePlace(raw) ? raw : path.read(raw, folder),
  },
  boolean: {
    wanted: "true or false",
    read: (raw) => {
      if (/^(?:1|true|yes|on)$/i.test(String(raw))) return true;
      return /^(?:0|false|no|off|)$/i.test(String(raw)) ? false : undefined;
    },
  },
  count: {
    wanted: "a whole number from 1",
    read: (raw) => (/^\d{1,9}$/.test(String(raw)) && Number(raw) >= 1 ? Number(raw) : undefined),
  },
  share: {
    wanted: "a number from 0 to 1",
    read: (raw) => {
      const share = typeof raw === "string" && /^\d?\.?\d+$/.test(raw) ? Number(raw) : raw;
      return typeof share === "number" && share >= 0 && share <= 1 ? share : undefined;
    },
  },
  date: {
    wanted: "a date as YYYY-MM-DD",
    read: (raw) => (isCalendarDate(String(raw)) ? String(raw) : undefined),
  },
  list: {
    wanted: "a name",
    read: (raw) => {
      const names = Array.isArray(raw) ? raw.map(String) : [""];
      return names.every((name) => name.trim() !== "") ? names : undefined;
    },
  },
  pairs: {
    wanted: "name=value, such as num_ctx=8192",
    read: (raw) => {
      const pairs = Array.isArray(raw) ? raw.map(String) : listPairs(raw);
      return pairs?.every((pair) => /^[A-Za-z_]\w*=/.test(pair)) ? pairs : undefined;
    },
  },
  name: {
    wanted: "a name",
    read: (raw) => (typeof raw === "string" && /^[^\s\p{Cc}]+$/u.test(raw) ? raw : undefined),
  },
};

/**
 * Checks one value. Strings (flags, environment) are read by the setting's kind; a config file's
 * values must already have the right type. Relative paths are resolved against `baseFolder`.
 */
export function parseValue(
  { kind, choices = [] }: SettingRow,
  raw: unknown,
  baseFolder: string,
): ParsedValue {
  const { wanted, read }: Kind =
    kind === "choice"
      ? { wanted: `one of ${choices.join(", ")}`, read: () => choices.find((one) => one === raw) }
      : KINDS[kind];
  const value = read(raw, baseFolder);
  return value === undefined ? { ok: false, wanted } : { ok: true, value };
}

/** An object of the file, as a flag gives its pairs. */
function listPairs(raw: unknown): readonly string[] | undefined {
  if (typeof raw !== "object" || raw === null) return;
  const pairs = Object.entries(raw);
  const isPlain = pairs.every(([, value]) => /^(?:string|number|boolean)$/.test(typeof value));
  return isPlain ? pairs.map(([name, value]) => `${name}=${value}`) : undefined;
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
