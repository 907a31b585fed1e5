// Nothing → what a command is, and those that take a question: their words, flags, help and examples.

import { EXPORT_FORMATS } from "../index.ts";
import { ANSWER_FIELDS, TIMELINE_COLUMNS } from "./json-fields.ts";
import type { SettingKey } from "./settings/setting-table.ts";

/** A flag or an argument as commander writes it, and what help says of it. */
export type WordAndHelp = readonly [text: string, help: string];

/** What a command is to commander, to its help and to the shells' completion. */
export interface CommandDefinition {
  readonly name: string;
  readonly summary: string;
  /** What the help says below the summary. */
  readonly details?: string;
  readonly arguments?: readonly WordAndHelp[];
  /** Of those that not every command takes. */
  readonly settings?: readonly SettingKey[];
  readonly flags?: readonly WordAndHelp[];
  readonly examples: readonly (readonly [command: string, comment: string])[];
  /** The fields that `--json` takes: of the object that it prints, or of each row of a list. */
  readonly json?: readonly string[];
  /** The fields of a list's line in a pipe, in order. */
  readonly table?: readonly string[];
}

/** The settings that narrow a search to some articles. */
export const FILTERS: readonly SettingKey[] = [
  "article",
  "publisher",
  "author",
  "author",
  "since",
  "until",
  "asOf",
];
/** The flags of what can write its answer to a file. */
export const OUTPUT: readonly WordAndHelp[] = [
  ["-o, --output <file>", "write the answer with sources and proof to this file (-: stdout)"],
  ["--format <form>", `${EXPORT_FORMATS.join(", ")} (without it, what the file's ending means)`],
  [
    "--proof <form>",
    "full, or short: digests in the file, the rest in FILE.proof.json beside it (full)",
  ],
  ["--force", "overwrite the output file if it exists"],
];

export const EVENTS: WordAndHelp = [
  "--events",
  "print what happens as JSON Lines, the outcome or the error last",
];

export const QUESTION_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "chat",
    summary: "Ask one question after another (the default)",
    details:
      "In a terminal it keeps a history and completes with Tab; /help lists what it knows.\nQuestions piped in, one a line, are answered in turn.",
    settings: ["limit", "minConfidence", ...FILTERS, "speaker"],
    flags: [
      ["--watch", "tell what changes in the folder meanwhile, and index it at once"],
      [
        "--session <name>",
        "keep the conversation and its settings under this name, or go on with it",
      ],
    ],
    json: ANSWER_FIELDS,
    examples: [
      ["pullquote", "open the question loop on ./corpus"],
      ["pullquote chat --corpus ~/articles", "… on another folder"],
      ["pullquote chat --session budget-2026", "go on where this session stopped"],
      ["pullquote < questions.txt", "answer every line of a file"],
    ],
  },
  {
    name: "ask",
    summary: "Answer one question with quotes from the articles",
    details: "Exits 0 when answered, 1 when the articles do not answer, 2 on an error.",
    arguments: [["<question...>", "the question"]],
    settings: ["limit", "minConfidence", ...FILTERS, "speaker"],
    flags: [
      ...OUTPUT,
      EVENTS,
      ["--open", "then show it beside its articles in the browser, until Ctrl-C"],
    ],
    json: ANSWER_FIELDS,
    examples: [
      ['pullquote ask "How many foreign fighters arrive each month?"', "answer on the terminal"],
      ['pullquote ask "Who resigned?" --since 2016-01-01 --json', "as JSON, newer articles only"],
      ['pullquote ask "Why did she resign?" --speaker "Ada Roe"', "only in her own words"],
      ['pullquote ask "Who resigned last year?" --as-of 2016-04-28', "as it stood on that day"],
      ['pullquote ask "Who resigned?" -o answer.md', "with proof, as Markdown"],
      ['pullquote ask "Who resigned?" -o answer.html', "… as a page, quotes in their paragraphs"],
    ],
  },
  {
    name: "open",
    summary: "Read answers beside their articles in the browser",
    details:
      "Serves one page to this machine alone, at an address that opens once; asks, proves and exports there.\nA file is a document whose quotations are shown beside the articles with their verdicts. Ends with\nCtrl-C, or from the page, and then exits 0; 2 on an error.",
    arguments: [["[words...]", "a question, or an export or another document"]],
    settings: ["limit", "minConfidence", ...FILTERS, "speaker"],
    flags: [["--no-browser", "print the address, and start no browser"]],
    examples: [
      ["pullquote open", "a page that waits for a question"],
      ['pullquote open "Who resigned?"', "its answer, each quote marked in its article"],
      ["pullquote open answer.md", "an export, every quote checked again"],
    ],
  },
  {
    name: "compare",
    summary: "Show where the articles differ on one question",
    details:
      "Every position with its value, its quotes and the reason why it differs, as far as the text\ngives one. Exits 0 when an article takes a position, 1 when none does, 2 on an error.",
    arguments: [
      [
        "<question...>",
        "a question for an amount, a date, a name, a place, a kind of thing, or yes or no",
      ],
    ],
    settings: FILTERS,
    flags: [["--format <form>", "text, markdown, csv or json"]],
    json: ANSWER_FIELDS,
    examples: [
      ['pullquote compare "How much are fighters paid?"', "as a list on the terminal"],
      ['pullquote compare "When did it open?" --format csv > positions.csv', "for a spreadsheet"],
      ['pullquote compare "Who resigned?" --format markdown > who.md', "a table, with proof"],
    ],
  },
  {
    name: "timeline",
    summary: "List dated statements on a subject in order",
    details:
      "Dates of the text are resolved against the day of publication where that is known.\nExits 0 when there are any, 1 when there are none, 2 on an error.",
    arguments: [["<subject...>", "what the statements should be about"]],
    settings: ["limit", ...FILTERS, "speaker"],
    flags: [["--format <form>", "text, tsv, markdown, html or json"]],
    json: [...TIMELINE_COLUMNS, "quote", "otherwise", "published", "title"],
    examples: [
      ['pullquote timeline "fighters\' pay"', "as a list on the terminal"],
      ["pullquote timeline desertion --format html > desertion.html", "a page with a picture"],
    ],
  },
];
