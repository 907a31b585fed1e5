// The program and its table of settings → what the documentation shows of them: the help of every command, the settings' table and JSON Schema, the tools of the MCP server.

import { buildProgram } from "../dist/cli/program.js";
import { SETTING_TABLE } from "../dist/cli/settings/setting-table.js";
import { EXPORT_TABLE } from "../dist/index.js";
import { describeServer } from "../dist/mcp/serve.js";

const DOCUMENT_WIDTH = 80;

/** The overview first, then each command in the overview's order: `{ command, text }`. */
export function writeAllHelp() {
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
function captureHelp(command) {
  const parts = [];
  command.configureOutput({
    getOutHelpWidth: () => DOCUMENT_WIDTH,
    writeOut: (part) => void parts.push(part),
  });
  command.outputHelp();
  return parts.join("").trimEnd();
}

/** The formats of an export, the endings that mean them, and whether `verify` proves them. */
export function writeFormatsTable() {
  const proofs = { block: "a block in it", inside: "inside", none: "none" };
  const rows = EXPORT_TABLE.map(({ name, endings, what, proof }) => {
    const named = endings.filter((ending) => ending !== "").map((ending) => `\`${ending}\``);
    const meant = named.length === 0 ? "–" : named.join(", ");
    return `| \`${name}\` | ${meant}${endings.includes("") ? ", none" : ""} | ${what} | ${proofs[proof]} |`;
  });
  return [
    "| `--format` | Without it, the ending | What it is | Proof |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** What `docs/schemas/config.schema.json` holds. */
export function buildConfigSchema() {
  const kept = SETTING_TABLE.filter((row) => row.isFlagOnly !== true);
  const properties = kept.map((row) => [row.key, describeProperty(row)]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "pullquote.json",
    description: "Settings of pullquote for a folder and all below it.",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}

/** A `--no-…` flag's help says what happens without; the setting's own meaning is the reverse. */
function describeProperty(row) {
  const help = row.flag?.startsWith("--no-") ? `false: ${row.help}` : row.help;
  const relative = ["path", "place"].includes(row.kind) ? ", relative to this file" : "";
  const value = row.default === undefined ? {} : { default: row.default };
  return { ...describeType(row), description: `${help}${relative}`, ...value };
}

const TYPES = {
  boolean: { type: "boolean" },
  count: { type: "integer", minimum: 1, maximum: 999_999_999 },
  share: { type: "number", minimum: 0, maximum: 1 },
  pairs: { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } },
};

function describeType({ choices, kind }) {
  if (choices) return { enum: choices };
  return TYPES[kind] ?? { type: "string", minLength: 1 };
}

/** A Markdown table: flag, environment variable, key in `pullquote.json`, default, meaning. */
export function writeSettingsTable() {
  const code = (text) => (text === undefined ? "–" : `\`${text}\``);
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

/** A Markdown table of what the MCP server offers: each tool with its parameters, those that must be given in bold. */
export function writeToolTable() {
  const { tools } = describeServer("docs/schemas", true);
  const rows = tools.map(({ name, description, inputSchema, annotations }) => {
    const { properties, required = [] } = inputSchema;
    const parameters = Object.entries(properties).map(([parameter, { description: meaning }]) => {
      const shown = required.includes(parameter) ? `**\`${parameter}\`**` : `\`${parameter}\``;
      return `${shown}: ${meaning}`;
    });
    const writes = annotations.readOnlyHint ? "" : " (only with `--allow-index`)";
    return `| \`${name}\` | ${description}${writes} | ${parameters.join("<br>") || "–"} |`;
  });
  return ["| Tool | What it gives | Parameters |", "|---|---|---|", ...rows].join("\n");
}
