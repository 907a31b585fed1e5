// A folder, or a named file → the settings in `pullquote.json`, checked, each fault with its line.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { PullquoteError } from "../../index.ts";
import { parseValue, type SettingValue } from "./parse-value.ts";
import type { SettingKey, SettingRow } from "./setting-table.ts";
import { SETTING_TABLE } from "./setting-table.ts";
import { suggestWord } from "./suggest-word.ts";

const CONFIG_FILE_NAME = "pullquote.json";

interface ConfigFile {
  readonly path: string;
  readonly values: ReadonlyMap<SettingKey, SettingValue>;
}

const FILE_SETTINGS = SETTING_TABLE.filter((row) => row.isFlagOnly !== true);

/**
 * Reads `named`, or the first `pullquote.json` from `folder` upwards; relative paths in it are
 * relative to the file.
 * @throws PullquoteError `bad-config`
 */
export function readConfig(folder: string, named: string | undefined): ConfigFile | undefined {
  if (named !== undefined) {
    const text = readIfThere(named);
    if (text !== undefined) return parseConfig(named, text);
    throw new PullquoteError({
      code: "bad-config",
      message: `There is no config file ${named}.`,
      hint: "Name an existing file with --config, or leave the flag out.",
    });
  }
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, CONFIG_FILE_NAME);
    const text = readIfThere(path);
    if (text !== undefined) return parseConfig(path, text);
    if (dirname(current) === current) return undefined;
  }
}

/**
 * Without its byte order mark; `undefined` where there is none.
 * @param what names it in an error, whose hint ends with `otherwise`
 * @throws PullquoteError `bad-config` for a file that is there and cannot be read
 */
export function readIfThere(
  path: string,
  what = "The config file",
  otherwise = "name another one with --config",
): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new PullquoteError({
      code: "bad-config",
      message: `${what} ${path} cannot be read (${code}).`,
      hint: `Make the file readable, or ${otherwise}.`,
      cause,
    });
  }
}

function parseConfig(path: string, text: string): ConfigFile {
  const fail = (offset: number, what: string): never => {
    const before = text.slice(0, offset).split("\n");
    const place = `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    throw new PullquoteError({
      code: "bad-config",
      message: `${place}: ${what}`,
      hint: `Change that line of ${path}.`,
    });
  };
  const faults: ParseError[] = [];
  const root = parseTree(text, faults, { disallowComments: true });
  const fault = faults[0];
  if (fault) return fail(fault.offset, `this is not JSON (${describeFault(fault)})`);
  if (root?.type !== "object") return fail(0, "a config file holds one JSON object");
  const values = new Map<SettingKey, SettingValue>();
  for (const { children, offset } of root.children ?? []) {
    const key = String(children?.[0]?.value);
    const value = children?.[1];
    if (key === "$schema" || value === undefined) continue;
    const row = FILE_SETTINGS.find((candidate) => candidate.key === key);
    if (row === undefined) {
      return fail(offset, `there is no setting ${JSON.stringify(key)}${meant(key)}`);
    }
    const parsed = parseValue(row, readNode(row, value), dirname(path));
    if (!parsed.ok) return fail(value.offset, `${key} must be ${wantedInFile(row, parsed.wanted)}`);
    values.set(row.key, parsed.value);
  }
  return { path, values };
}

function wantedInFile(row: SettingRow, wanted: string): string {
  return row.kind === "pairs" ? 'an object such as {"num_ctx": 8192}' : wanted;
}

const WORDLESS: ReadonlySet<string> = new Set(["boolean", "count", "share"]);

/** A config file says true, not "yes": words for numbers and truth are for the environment. */
function readNode(row: SettingRow, node: Node): unknown {
  const isWord = node.type === "string" && WORDLESS.has(row.kind);
  if (row.kind === "pairs" && node.type !== "object") return undefined;
  return isWord ? undefined : getNodeValue(node);
}

function describeFault(fault: ParseError): string {
  return printParseErrorCode(fault.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

function meant(key: string): string {
  const nearest = suggestWord(
    key,
    FILE_SETTINGS.map((row) => row.key),
  );
  return nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
}
