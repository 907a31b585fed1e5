// A setting's raw value → the checked value, or why it is none.

import { resolve } from "node:path";
import type { SettingRow } from "./setting-row.ts";

export type SettingValue = string | number | boolean | readonly string[];

type ParsedValue =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly wanted: string };

const TRUE_WORDS = new Set(["1", "true", "yes", "on"]);
const FALSE_WORDS = new Set(["0", "false", "no", "off", ""]);

const refuse = (wanted: string): ParsedValue => ({ ok: false, wanted });
const accept = (value: SettingValue): ParsedValue => ({ ok: true, value });

/**
 * Checks one value. Strings (flags, environment) are read by the setting's kind; a config file's
 * values must already have the right type. Relative paths are resolved against `baseFolder`.
 */
export function parseValue(row: SettingRow, raw: unknown, baseFolder: string): ParsedValue {
  switch (row.kind) {
    case "path":
      return parsePath(raw, baseFolder);
    case "boolean":
      return parseBoolean(raw);
    case "choice":
      return row.choices?.includes(String(raw))
        ? accept(String(raw))
        : refuse(`one of ${row.choices?.join(", ")}`);
    case "count":
      return parseCount(raw);
    case "share":
      return parseShare(raw);
    case "date":
      return isCalendarDate(String(raw)) ? accept(String(raw)) : refuse("a date as YYYY-MM-DD");
    case "pairs":
      return parsePairs(raw);
    case "list":
      return parseList(raw);
    case "name":
      return typeof raw === "string" && /^[^\s\p{Cc}]+$/u.test(raw)
        ? accept(raw)
        : refuse("a name");
  }
}

function parsePath(raw: unknown, baseFolder: string): ParsedValue {
  if (typeof raw !== "string" || raw === "" || raw.includes("\0")) return refuse("a folder");
  return accept(resolve(baseFolder, raw));
}

function parseList(raw: unknown): ParsedValue {
  const names = Array.isArray(raw) ? raw.map(String) : [];
  return names.length > 0 && names.every((name) => name.trim() !== "")
    ? accept(names)
    : refuse("a name");
}

/** A flag's `name=value`s, or an object: both become the former. */
function parsePairs(raw: unknown): ParsedValue {
  const pairs = Array.isArray(raw) ? raw.map(String) : listPairs(raw);
  return pairs?.every((pair) => /^[A-Za-z_]\w*=/.test(pair))
    ? accept(pairs)
    : refuse("name=value, such as num_ctx=8192");
}

function listPairs(raw: unknown): readonly string[] | undefined {
  if (typeof raw !== "object" || raw === null) return;
  const pairs = Object.entries(raw);
  const isPlain = pairs.every(([, value]) => /^(?:string|number|boolean)$/.test(typeof value));
  return isPlain ? pairs.map(([name, value]) => `${name}=${value}`) : undefined;
}

function parseBoolean(raw: unknown): ParsedValue {
  if (typeof raw === "boolean") return accept(raw);
  const word = typeof raw === "string" ? raw.toLowerCase() : undefined;
  if (word !== undefined && TRUE_WORDS.has(word)) return accept(true);
  if (word !== undefined && FALSE_WORDS.has(word)) return accept(false);
  return refuse("true or false");
}

function parseCount(raw: unknown): ParsedValue {
  const count = typeof raw === "string" && /^\d{1,9}$/.test(raw) ? Number(raw) : raw;
  return typeof count === "number" && Number.isInteger(count) && count >= 1
    ? accept(count)
    : refuse("a whole number from 1");
}

function parseShare(raw: unknown): ParsedValue {
  const share = typeof raw === "string" && /^\d?\.?\d+$/.test(raw) ? Number(raw) : raw;
  return typeof share === "number" && share >= 0 && share <= 1
    ? accept(share)
    : refuse("a number from 0 to 1");
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
