// What a setting is: its values, and how each is written, checked and explained.

/**
 * How a setting's value is written and checked. `share` is a number from 0 to 1. `list` is a flag given more than once; so is
 * `pairs`, whose values are `name=value`: an object in the file.
 */
type SettingKind =
  | "path"
  | "boolean"
  | "choice"
  | "count"
  | "share"
  | "date"
  | "list"
  | "pairs"
  | "name";

/** The resolved values; a path is absolute, a date is `YYYY-MM-DD`. Absent: not set. */
export interface SettingValues {
  readonly corpus?: string;
  readonly index?: string;
  readonly sample: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Columns of answers. */
  readonly width?: number;
  readonly color: "auto" | "always" | "never";
  readonly history: boolean;
  readonly refresh: boolean;
  readonly limit?: number;
  readonly minConfidence: number;
  readonly maxFileMegabytes: number;
  readonly article?: readonly string[];
  readonly publisher?: readonly string[];
  readonly author?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly speaker?: readonly string[];
  readonly asOf?: string;
  readonly model: string;
  readonly embedder: string;
  readonly option?: readonly string[];
  readonly prompts?: string;
  readonly verbose: boolean;
}

export type SettingKey = keyof SettingValues;

export interface SettingRow {
  readonly key: SettingKey;
  readonly kind: SettingKind;
  readonly help: string;
  /** As commander writes it; absent where there is no flag. */
  readonly flag?: string;
  /** Absent where the environment cannot set it. */
  readonly environment?: string;
  /** Whether `pullquote.json` may hold it. */
  readonly inFile: boolean;
  /** `global` flags belong to every command, `question` flags to those that name them. */
  readonly scope: "global" | "question";
  readonly choices?: readonly string[];
  readonly default?: string | number | boolean;
  /** The default in words, where it is no constant. */
  readonly defaultText?: string;
}
