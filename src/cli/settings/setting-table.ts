// Nothing → the one table that flags, environment names, config keys, schema and docs are made from.

/** How a setting's value is written and checked. `list` is a flag given more than once. */
export type SettingKind = "path" | "boolean" | "choice" | "count" | "date" | "list" | "name";

/** The resolved values; a path is absolute, a date is `YYYY-MM-DD`. Absent: not set. */
export interface SettingValues {
  readonly corpus?: string;
  readonly index?: string;
  readonly sample: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: "auto" | "always" | "never";
  readonly history: boolean;
  readonly refresh: boolean;
  readonly limit?: number;
  readonly maxFileMegabytes: number;
  readonly article?: readonly string[];
  readonly publisher?: readonly string[];
  readonly since?: string;
  readonly until?: string;
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

export const SETTING_TABLE: readonly SettingRow[] = [
  {
    key: "corpus",
    kind: "path",
    help: "folder of articles",
    flag: "--corpus <dir>",
    environment: "PULLQUOTE_CORPUS",
    inFile: true,
    scope: "global",
    defaultText: "./corpus",
  },
  {
    key: "index",
    kind: "path",
    help: "folder that holds the index",
    flag: "--index <dir>",
    environment: "PULLQUOTE_INDEX",
    inFile: true,
    scope: "global",
    defaultText: "./index for ./corpus, else the user's cache folder",
  },
  {
    key: "sample",
    kind: "boolean",
    help: "use the sample briefs that come with pullquote",
    flag: "--sample",
    inFile: false,
    scope: "global",
    default: false,
  },
  {
    key: "json",
    kind: "boolean",
    help: "print JSON, one object a question",
    flag: "--json",
    inFile: false,
    scope: "global",
    default: false,
  },
  {
    key: "model",
    kind: "name",
    help: "who writes the answer: extractive, ollama:MODEL or PROVIDER:MODEL",
    flag: "--model <name>",
    environment: "PULLQUOTE_MODEL",
    inFile: true,
    scope: "global",
    default: "extractive",
  },
  {
    key: "embedder",
    kind: "name",
    help: "who embeds: builtin, ollama:MODEL or PROVIDER:MODEL",
    flag: "--embedder <name>",
    environment: "PULLQUOTE_EMBEDDER",
    inFile: true,
    scope: "global",
    default: "builtin",
  },
  {
    key: "option",
    kind: "list",
    help: "pass an option to the model, such as num_ctx=8192 (repeatable)",
    flag: "--option <name=value>",
    inFile: false,
    scope: "global",
  },
  {
    key: "prompts",
    kind: "path",
    help: "folder with prompts of your own",
    flag: "--prompts <dir>",
    environment: "PULLQUOTE_PROMPTS",
    inFile: true,
    scope: "global",
    defaultText: "the prompts that ship",
  },
  {
    key: "verbose",
    kind: "boolean",
    help: "say what was rejected, and why",
    flag: "--verbose",
    environment: "PULLQUOTE_VERBOSE",
    inFile: true,
    scope: "global",
    default: false,
  },
  {
    key: "quiet",
    kind: "boolean",
    help: "print no progress and no notes",
    flag: "-q, --quiet",
    environment: "PULLQUOTE_QUIET",
    inFile: true,
    scope: "global",
    default: false,
  },
  {
    key: "color",
    kind: "choice",
    help: "when to colour",
    flag: "--color <when>",
    environment: "PULLQUOTE_COLOR",
    inFile: true,
    scope: "global",
    choices: ["auto", "always", "never"],
    default: "auto",
  },
  {
    key: "history",
    kind: "boolean",
    help: "keep no questions and no answers after the program ends",
    flag: "--no-history",
    environment: "PULLQUOTE_HISTORY",
    inFile: true,
    scope: "global",
    default: true,
  },
  {
    key: "refresh",
    kind: "boolean",
    help: "do not bring the index up to date before answering",
    flag: "--no-refresh",
    environment: "PULLQUOTE_REFRESH",
    inFile: true,
    scope: "global",
    default: true,
  },
  {
    key: "limit",
    kind: "count",
    help: "show at most this many quotes or passages",
    flag: "-n, --limit <count>",
    environment: "PULLQUOTE_LIMIT",
    inFile: true,
    scope: "question",
    defaultText: "as many as the answer needs; 10 passages for search",
  },
  {
    key: "maxFileMegabytes",
    kind: "count",
    help: "skip files larger than this many megabytes",
    environment: "PULLQUOTE_MAX_FILE_MEGABYTES",
    inFile: true,
    scope: "global",
    default: 20,
  },
  {
    key: "article",
    kind: "list",
    help: "only articles whose name contains this (repeatable)",
    flag: "--article <name>",
    inFile: false,
    scope: "question",
  },
  {
    key: "publisher",
    kind: "list",
    help: "only articles of this publisher (repeatable)",
    flag: "--publisher <name>",
    inFile: false,
    scope: "question",
  },
  {
    key: "since",
    kind: "date",
    help: "only articles published on this day or later (YYYY-MM-DD)",
    flag: "--since <date>",
    inFile: false,
    scope: "question",
  },
  {
    key: "until",
    kind: "date",
    help: "only articles published on this day or earlier (YYYY-MM-DD)",
    flag: "--until <date>",
    inFile: false,
    scope: "question",
  },
];

/** @throws Error where the table lacks the key: a fault of the program. */
export function findSetting(key: SettingKey): SettingRow {
  const row = SETTING_TABLE.find((candidate) => candidate.key === key);
  if (row === undefined) throw new Error(`no setting named ${key}`);
  return row;
}
