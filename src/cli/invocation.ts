// What a command is given when it runs, and what it gives back: an exit code.

import type { Settings } from "./settings/resolve-settings.ts";
import type { Screen } from "./terminal.ts";

export interface Invocation {
  readonly words: readonly string[];
  /** The command's own flags, by commander's camel-case name. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly screen: Screen;
  /** Aborted by the first Ctrl-C; the second ends the program. */
  readonly signal: AbortSignal;
}

/** Resolves to the exit code. */
export type RunCommand = (invocation: Invocation) => Promise<number>;

/** As ripgrep's; 130 is the shell's 128 + SIGINT. */
export const EXIT = { answered: 0, nothingFound: 1, error: 2, interrupted: 130 } as const;
