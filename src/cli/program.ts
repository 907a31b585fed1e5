// The tables of commands and settings → the commander program.

import { Command, Option } from "commander";
import { COMMAND_TABLE } from "./command-table.ts";
import { readVersion } from "./package-info.ts";
import type { CommandDefinition } from "./question-commands.ts";
import { SETTING_TABLE, type SettingRow } from "./settings/setting-table.ts";
import { suggestWord } from "./settings/suggest-word.ts";

/** Called with what was typed; resolves to the exit code. */
type Dispatch = (
  name: string,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
) => Promise<void>;

/**
 * The whole program. Its parse throws commander's `CommanderError` instead of exiting, and gives
 * what is wrong to `complain`, with whatever escapes the user typed.
 */
export function buildProgram(dispatch: Dispatch, complain: (text: string) => void): Command {
  const program = new Command("pullquote")
    .description(
      "Ask a folder of news articles; every quote in the answer is byte for byte in its article.",
    )
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .showSuggestionAfterError(true)
    .configureOutput({ writeErr: complain })
    .exitOverride();
  for (const row of SETTING_TABLE) {
    if (row.isOfQuestion !== true) addSettingFlag(program, row);
  }
  program.option("--jq <program>", "filter the JSON by a program of jq, such as .quotes[].text");
  program.option("--config <file>", "read this config file instead of pullquote.json");
  for (const definition of COMMAND_TABLE) addCommand(program, definition, dispatch);
  const overview = COMMAND_TABLE.filter(({ name }) => ["ask", "chat", "export"].includes(name));
  const examples = overview.flatMap((command) => command.examples.slice(0, 1));
  program.addHelpText("after", writeExamples(examples));
  return program;
}

function addCommand(program: Command, definition: CommandDefinition, dispatch: Dispatch): void {
  const isDefault = definition === COMMAND_TABLE[0];
  const command = program
    .command(definition.name, { isDefault })
    .summary(definition.summary)
    .description([definition.summary, definition.details].filter(Boolean).join("\n\n"));
  for (const [text, help] of definition.arguments ?? []) command.argument(text, help);
  for (const row of SETTING_TABLE) {
    if (definition.settings?.includes(row.key)) addSettingFlag(command, row);
  }
  for (const [text, help] of definition.flags ?? []) command.addOption(plainOption(text, help));
  command.addHelpText("after", writeExamples(definition.examples) + writeFields(definition));
  if (isDefault) refuseUnknownCommand(command);
  command.action(() => dispatch(definition.name, command.args, collectFlags(command)));
}

/** A command's `--no-index` is a flag of its own, not the global `--index DIR` taken back. */
function plainOption(text: string, help: string): Option {
  const option = new Option(text, help);
  option.negate = false;
  return option;
}

function addSettingFlag(command: Command, row: SettingRow): void {
  if (row.flag === undefined) return;
  const option = new Option(row.flag, row.help);
  if (row.choices) option.choices([...row.choices]);
  if (row.kind === "list" || row.kind === "pairs") {
    option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
  }
  command.addOption(option);
}

/** Only what was really typed: commander gives `--no-…` flags a default that nobody typed. */
function collectFlags(command: Command): Record<string, unknown> {
  const given = Object.entries(command.optsWithGlobals()).filter(
    ([key]) => command.getOptionValueSourceWithGlobals(key) === "cli",
  );
  return Object.fromEntries(given);
}

/** `pullquote serach` reaches the default command as an argument that it does not take. */
function refuseUnknownCommand(chat: Command): void {
  chat.allowExcessArguments(true).hook("preAction", (command) => {
    const word = command.args[0];
    if (word === undefined) return;
    const meant = suggestWord(
      word,
      COMMAND_TABLE.map(({ name }) => name),
    );
    const advice = word.includes(" ")
      ? `(To ask a question: pullquote ask ${JSON.stringify(word)})`
      : `(${meant === undefined ? "See pullquote --help" : `Did you mean ${meant}?`})`;
    command.error(`error: unknown command '${word}'\n${advice}`, { code: "unknown-command" });
  });
}

/** What `--json` takes, and what a list is in a pipe. */
function writeFields({ json = [], table }: CommandDefinition): string {
  const lines = [
    ...(json.length === 0 ? [] : ["", "JSON fields:", ...wrapNames(json)]),
    ...(table === undefined ? [] : ["", "Into a pipe, tab-separated:", ...wrapNames(table)]),
  ];
  return lines.map((line) => `\n${line}`).join("");
}

function wrapNames(names: readonly string[]): readonly string[] {
  return names
    .join(", ")
    .replace(/(.{1,74})(?:\s|$)/g, "  $1\n")
    .trimEnd()
    .split("\n");
}

function writeExamples(examples: CommandDefinition["examples"]): string {
  const lines = examples.map(([command, comment]) => `  $ ${command}\n      ${comment}`);
  return `\nExamples:\n${lines.join("\n")}`;
}
