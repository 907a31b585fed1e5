// The program → the help text of every command, as the documentation shows it.

import type { Command } from "commander";
import { buildProgram } from "./program.ts";

const DOCUMENT_WIDTH = 80;

export interface CommandHelp {
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
