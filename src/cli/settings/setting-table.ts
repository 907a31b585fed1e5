// Nothing → the one table that flags, environment names, config keys, schema and docs are made from.

import { MIN_CONFIDENCE } from "../../index.ts";

/**
 * How a setting's value is written and checked. `place` is a path, or an address with a scheme. `share` is a number from 0 to 1. `list` is a flag given
 * more than once; so is `pairs`, whose values are `name=value`: an object in the file.
 */
interface KindValues {
  readonly path: string;
  readonly place: string;
  readonly boolean: boolean;
  readonly choice: string;
  readonly count: number;
  readonly share: number;
  readonly date: string;
  readonly list: readonly string[];
  readonly pairs: readonly string[];
  readonly name: string;
}

interface RowFields {
  readonly kind: keyof KindValues;
  readonly help: string;
  /** As commander writes it; absent where there is no flag. */
  readonly flag?: string;
  /** Neither the environment nor `pullquote.json` may set it. */
  readonly isFlagOnly?: true;
  /** Not every command takes it: those that name it do. */
  readonly isOfQuestion?: true;
  readonly choices?: readonly string[];
  readonly default?: string | number | boolean;
  /** The default in words, where it is no constant. */
  readonly defaultText?: string;
}

const ROWS = {
  corpus: {
    kind: "place",
    help: "folder of articles, or its address: s3://BUCKET/PREFIX, az://CONTAINER/PREFIX",
    flag: "--corpus <dir>",
    defaultText: "./corpus",
  },
  index: {
    kind: "place",
    help: "folder that holds the index, or its address: s3://BUCKET/PREFIX, az://CONTAINER/PREFIX",
    flag: "--index <dir>",
    defaultText: "./index for ./corpus, else the user's cache folder",
  },
  storage: {
    kind: "pairs",
    help: "how the addresses of corpus and index are reached, such as region=eu-west-1 (repeatable; never a secret)",
    flag: "--storage <name=value>",
  },
  sample: {
    kind: "boolean",
    help: "use the sample briefs that come with pullquote",
    flag: "--sample",
    isFlagOnly: true,
    default: false,
  },
  json: {
    kind: "boolean",
    help: "print JSON, one object a question; with fields only these (a command's help lists them)",
    flag: "--json [fields]",
    isFlagOnly: true,
    default: false,
  },
  model: {
    kind: "name",
    help: "who writes the answer: extractive, ollama:MODEL or PROVIDER:MODEL",
    flag: "--model <name>",
    default: "extractive",
  },
  embedder: {
    kind: "name",
    help: "who embeds: builtin, ollama:MODEL or PROVIDER:MODEL",
    flag: "--embedder <name>",
    default: "builtin",
  },
  option: {
    kind: "pairs",
    help: "pass an option to the model, such as num_ctx=8192 (repeatable)",
    flag: "--option <name=value>",
  },
  prompts: {
    kind: "path",
    help: "folder with prompts of your own",
    flag: "--prompts <dir>",
    defaultText: "the prompts that ship",
  },
  verbose: {
    kind: "boolean",
    help: "say what was rejected, and why",
    flag: "--verbose",
    default: false,
  },
  quiet: {
    kind: "boolean",
    help: "print no progress and no notes",
    flag: "-q, --quiet",
    default: false,
  },
  color: {
    kind: "choice",
    help: "when to colour",
    flag: "--color <when>",
    choices: ["auto", "always", "never"],
    default: "auto",
  },
  width: {
    kind: "count",
    help: "wrap answers at this many columns",
    flag: "--width <columns>",
    defaultText: "the terminal's; output that goes elsewhere is not wrapped",
  },
  pager: {
    kind: "boolean",
    help: "print long lists and articles at once, not in $PAGER",
    flag: "--no-pager",
    default: true,
  },
  history: {
    kind: "boolean",
    help: "keep no questions and no answers after the program ends",
    flag: "--no-history",
    default: true,
  },
  refresh: {
    kind: "boolean",
    help: "do not bring the index up to date before answering",
    flag: "--no-refresh",
    default: true,
  },
  fresh: {
    kind: "count",
    help: "before answering, look at the folder again only after so many seconds",
    flag: "--fresh <seconds>",
    defaultText: "at every question: what was just saved is in the next answer",
  },
  limit: {
    kind: "count",
    help: "show at most this many quotes or passages",
    flag: "-n, --limit <count>",
    isOfQuestion: true,
    defaultText: "as many as the answer needs; 10 passages for search",
  },
  minConfidence: {
    kind: "share",
    help: "refuse to answer where it is less likely than this that the articles do (0 to 1)",
    flag: "--min-confidence <n>",
    isOfQuestion: true,
    default: MIN_CONFIDENCE as number,
  },
  maxFileMegabytes: {
    kind: "count",
    help: "skip files larger than this many megabytes",
    default: 20,
  },
  columns: {
    kind: "pairs",
    help: "which column of a table holds what, such as text=story (repeatable; title, author, publisher, published, url)",
    flag: "--columns <name=column>",
  },
  ocr: {
    kind: "boolean",
    help: "recognise the text of scans: PDF pages that are pictures (needs tesseract.js; takes seconds a page)",
    flag: "--ocr",
    default: false,
  },
  article: {
    kind: "list",
    help: "only articles whose name contains this (repeatable)",
    flag: "--article <name>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  publisher: {
    kind: "list",
    help: "only articles of this publisher (repeatable)",
    flag: "--publisher <name>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  author: {
    kind: "list",
    help: "only articles by this author (repeatable)",
    flag: "--author <name>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  since: {
    kind: "date",
    help: "only articles published on this day or later (YYYY-MM-DD)",
    flag: "--since <date>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  until: {
    kind: "date",
    help: "only articles published on this day or earlier (YYYY-MM-DD)",
    flag: "--until <date>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  asOf: {
    kind: "date",
    help: "answer with what was published by this day; undated articles are left out",
    flag: "--as-of <date>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
  speaker: {
    kind: "list",
    help: "only what this person or body says in the articles (repeatable)",
    flag: "--speaker <name>",
    isFlagOnly: true,
    isOfQuestion: true,
  },
} as const;

type Rows = typeof ROWS;
export type SettingKey = keyof Rows;

type ValueOf<Row extends RowFields> = Row extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : KindValues[Row["kind"]];
type Defaulted = { [Key in SettingKey]: Rows[Key] extends { default: unknown } ? Key : never };

/** The resolved values; a path is absolute, a date is `YYYY-MM-DD`. Absent: not set. */
export type SettingValues = {
  readonly [Key in Defaulted[SettingKey]]: ValueOf<Rows[Key]>;
} & {
  readonly [Key in Exclude<SettingKey, Defaulted[SettingKey]>]?: ValueOf<Rows[Key]>;
};

export interface SettingRow extends RowFields {
  readonly key: SettingKey;
  /** Absent where the environment cannot set it. */
  readonly environment?: string;
}

export const SETTING_TABLE: readonly SettingRow[] = Object.entries<RowFields>(ROWS).map(
  ([name, row]) => {
    const key = name as SettingKey;
    const variable = key.replace(/[A-Z]/g, "_$&").toUpperCase();
    const isKept = row.isFlagOnly !== true && row.kind !== "pairs";
    return { key, ...row, ...(isKept && { environment: `PULLQUOTE_${variable}` }) };
  },
);
