// What a command is to commander, to its help and to the shells' completion.

import type { SettingKey } from "./settings/setting-row.ts";

export interface CommandFlag {
  /** As commander writes it. */
  readonly text: string;
  readonly help: string;
}

export interface CommandDefinition {
  readonly name: string;
  readonly summary: string;
  /** What the help says below the summary. */
  readonly details?: string;
  readonly arguments: readonly { readonly text: string; readonly help: string }[];
  /** The settings of scope `question` that it takes. */
  readonly settings: readonly SettingKey[];
  readonly flags: readonly CommandFlag[];
  readonly examples: readonly (readonly [command: string, comment: string])[];
}
