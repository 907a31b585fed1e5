// The program and its table of settings → what the documentation shows of them: the help of every command, the settings' table and JSON Schema.

import type { Command } from "commander";
import { buildProgram } from "./program.ts";
import { SETTING_TABLE, type SettingRow } from "./settings/setting-table.ts";

const DOCUMENT_WIDTH = 80;

interface CommandHelp {
  /** As typed: `pullquote ask --help`. */
  readonly command: string;
  readonly text: string;
}

/** The overview first, then each command in the overview's order. */
export function writeAllHelp(): readonly CommandHelp[] {
  const program = buildProgram(
    async () => {},
    () => {},
  );
  const commands = program.commands.map((command) => ({
    command: `pullquote ${command.name()} --help`,
    text: captureHelp(command),
  }));
  return [{ command: "pullquote --help", text: captureHelp(program) }, ...commands];
}

/** Unlike `helpInformation`, with the examples below. */
function captureHelp(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({
    getOutHelpWidth: () => DOCUMENT_WIDTH,
    writeOut: (part) => void parts.push(part),
  });
  command.outputHelp();
  return parts.join("").trimEnd();
}

const FILE_SETTINGS = SETTING_TABLE.filter((row) => row.isFlagOnly !== true);

/** What `docs/schemas/config.schema.json` holds. */
export function buildConfigSchema(): Record<string, unknown> {
  const properties = FILE_SETTINGS.map((row) => [row.key, describeProperty(row)] as const);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "pullquote.json",
    description: "Settings of pullquote for a folder and all below it.",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}

function describeProperty(row: SettingRow): Record<string, unknown> {
  const relative = row.kind === "path" ? ", relative to this file" : "";
  const value = row.default === undefined ? {} : { default: row.default };
  return { ...describeType(row), description: `${positiveHelp(row)}${relative}`, ...value };
}

function describeType(row: SettingRow): Record<string, unknown> {
  if (row.choices) return { enum: row.choices };
  if (row.kind === "boolean") return { type: "boolean" };
  if (row.kind === "count") return { type: "integer", minimum: 1, maximum: 999_999_999 };
  if (row.kind === "share") return { type: "number", minimum: 0, maximum: 1 };
  if (row.kind === "pairs") {
    return { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } };
  }
  return { type: "string", minLength: 1 };
}

/** A `--no-…` flag's help says what happens without; the setting's own meaning is the reverse. */
function positiveHelp(row: SettingRow): string {
  return row.flag?.startsWith("--no-") ? `false: ${row.help}` : row.help;
}

/** A Markdown table: flag, environment variable, key in `pullquote.json`, default, meaning. */
export function writeSettingsTable(): string {
  const code = (text: string | undefined): string => (text === undefined ? "–" : `\`${text}\``);
  const rows = SETTING_TABLE.map((row) =>
    [
      code(row.flag),
      code(row.environment),
      code(row.isFlagOnly ? undefined : row.key),
      row.defaultText ?? code(row.default === undefined ? undefined : String(row.default)),
      row.help,
    ].join(" | "),
  );
  return [
    "| Flag | Environment | `pullquote.json` | Default | Meaning |",
    "|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
    "| `--config <file>` | `PULLQUOTE_CONFIG` | – | `pullquote.json` here or above | read this config file |",
  ].join("\n");
}
