// A shell's name → its completion script on stdout, made from the tables of commands and settings.

import type { Command, Option } from "commander";
import { PullquoteError } from "../../index.ts";
import { COMMAND_TABLE } from "../command-table.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { buildProgram } from "../program.ts";

/** A flag as shells see it. `argument` is what follows it, absent for a switch. */
interface ShellFlag {
  readonly names: readonly string[];
  readonly argument?: "folder" | "file" | readonly string[] | "text";
  readonly help: string;
}

/** The tables of commands and settings → completion scripts for bash, zsh and fish. */
export const SHELLS: ReadonlyMap<string, () => string> = new Map([
  ["bash", writeBash],
  ["zsh", writeZsh],
  ["fish", writeFish],
]);

const PROGRAM = buildProgram(
  async () => {},
  () => {},
);
const HELP = PROGRAM.createHelp();
const GLOBAL_FLAGS = HELP.visibleOptions(PROGRAM)
  .filter(({ long }) => long !== "--version")
  .map(readFlag);

function readFlag({ flags, short, long, description: help, argChoices }: Option): ShellFlag {
  const names = [short, long].flatMap((name) => name ?? []);
  const value = flags.match(/<([a-z]+)/)?.[1];
  if (value === undefined) return { names, help };
  const known = { dir: "folder", file: "file" } as const;
  return { names, help, argument: argChoices ?? known[value as keyof typeof known] ?? "text" };
}

const listFlags = (command: Command): readonly ShellFlag[] => [
  ...command.options.map(readFlag),
  ...GLOBAL_FLAGS,
];
const COMMANDS = COMMAND_TABLE.map(({ name, summary }) => {
  const command = PROGRAM.commands.find((one) => one.name() === name);
  return { name, summary, flags: command === undefined ? [] : listFlags(command) };
});

const wordsOf = (flags: readonly ShellFlag[]): string =>
  flags.flatMap(({ names }) => names).join(" ");
const COMMAND_WORDS = COMMAND_TABLE.map(({ name }) => name).join(" ");

function writeBash(): string {
  const every = COMMANDS.flatMap(({ flags }) => flags);
  const pattern = (argument: ShellFlag["argument"]): string => {
    const names = every.filter((flag) => flag.argument === argument).flatMap((flag) => flag.names);
    return [...new Set(names)].join("|");
  };
  const chosen = GLOBAL_FLAGS.filter(({ argument }) => Array.isArray(argument)).map(
    ({ names, argument }) =>
      `    ${names.join("|")}) COMPREPLY=($(compgen -W "${[argument].flat().join(" ")}" -- "$word")); return ;;`,
  );
  const perCommand = COMMANDS.map(({ name, flags }) => `    ${name}) flags="${wordsOf(flags)}" ;;`);
  return `# bash completion for pullquote
_pullquote() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" flags index
  COMPREPLY=()
  case "$before" in
    ${pattern("folder")}) COMPREPLY=($(compgen -d -- "$word")); return ;;
    ${pattern("file")}) COMPREPLY=($(compgen -f -- "$word")); return ;;
${chosen.join("\n")}
  esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    case " ${COMMAND_WORDS} " in
      *" \${COMP_WORDS[index]} "*) command="\${COMP_WORDS[index]}"; break ;;
    esac
  done
  case "$command" in
${perCommand.join("\n")}
    *) flags="${COMMAND_WORDS} help ${wordsOf(GLOBAL_FLAGS)} --version" ;;
  esac
  if [[ "$command" == completion && "$word" != -* ]]; then flags="${[...SHELLS.keys()].join(" ")}"; fi
  COMPREPLY=($(compgen -W "$flags" -- "$word"))
}
complete -o filenames -F _pullquote pullquote`;
}

/** Safe inside single quotes, and where zsh reads `[…]` and `:`. */
const quoteZsh = (text: string): string => text.replace(/'/g, "'\\''").replace(/([[\]:])/g, "\\$1");

function describeZshFlag({ names, argument, help }: ShellFlag): string {
  const action = Array.isArray(argument)
    ? `:value:(${argument.join(" ")})`
    : { folder: ":folder:_files -/", file: ":file:_files", text: ":text: " }[String(argument)];
  const group = names.length > 1 ? `'(${names.join(" ")})'{${names.join(",")}}` : `${names[0]}`;
  return `${group}'[${quoteZsh(help)}]${action ?? ""}'`;
}

function writeZsh(): string {
  const perCommand = COMMANDS.map(({ name, flags }) => {
    const lines = flags.map((flag) => `        ${describeZshFlag(flag)}`);
    const rest =
      name === "completion" ? `'1:shell:(${[...SHELLS.keys()].join(" ")})'` : "'*:text: '";
    return `      ${name}) _arguments \\\n${[...lines, `        ${rest}`].join(" \\\n")} ;;`;
  });
  const described = COMMAND_TABLE.map(({ name, summary }) => `    '${name}:${quoteZsh(summary)}'`);
  const flags = GLOBAL_FLAGS.map((flag) => `    ${describeZshFlag(flag)}`);
  return `#compdef pullquote
_pullquote() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  _arguments -C \\
${flags.join(" \\\n")} \\
    '--version[print the version]' \\
    '1:command:->command' \\
    '*::argument:->argument'
  case "$state" in
    command) _describe command commands ;;
    argument)
      case "$words[1]" in
${perCommand.join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_pullquote" ]; then _pullquote "$@"; else compdef _pullquote pullquote; fi`;
}

const quoteFish = (text: string): string => text.replace(/[\\']/g, "\\$&");

function describeFishFlag({ names, argument, help }: ShellFlag): string {
  const words = names.map((name) =>
    name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name[1]}`,
  );
  const values = Array.isArray(argument)
    ? ` -x -a '${argument.join(" ")}'`
    : { folder: " -x -a '(__fish_complete_directories)'", file: " -r -F", text: " -x" }[
        String(argument)
      ];
  return `${words.join(" ")}${values ?? ""} -d '${quoteFish(help)}'`;
}

function writeFish(): string {
  const lines = COMMANDS.flatMap(({ name, summary, flags }) => {
    const own = flags.filter((flag) => !GLOBAL_FLAGS.includes(flag));
    return [
      `complete -c pullquote -n __fish_use_subcommand -a ${name} -d '${quoteFish(summary)}'`,
      ...own.map(
        (flag) =>
          `complete -c pullquote -n '__fish_seen_subcommand_from ${name}' ${describeFishFlag(flag)}`,
      ),
    ];
  });
  return `# fish completion for pullquote
complete -c pullquote -f
${GLOBAL_FLAGS.map((flag) => `complete -c pullquote ${describeFishFlag(flag)}`).join("\n")}
complete -c pullquote -n __fish_use_subcommand -l version -d 'print the version'
${lines.join("\n")}
complete -c pullquote -n '__fish_seen_subcommand_from completion' -a '${[...SHELLS.keys()].join(" ")}'`;
}

export const run: RunCommand = async ({ words, screen }) => {
  const write = SHELLS.get(words[0] ?? "");
  if (write === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no completion script for ${JSON.stringify(words[0])}.`,
      hint: `Shells: ${[...SHELLS.keys()].join(", ")}`,
    });
  }
  screen.print(write().trimEnd());
  return EXIT.answered;
};
