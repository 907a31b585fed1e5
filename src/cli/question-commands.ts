// The commands that take a question, chat, ask, compare and timeline: their words, flags, help and examples.

import type { CommandDefinition, CommandFlag } from "./command-definition.ts";
import type { SettingKey } from "./settings/setting-row.ts";

/** The settings that narrow a search to some articles. */
export const FILTERS: readonly SettingKey[] = [
  "article",
  "publisher",
  "author",
  "since",
  "until",
  "asOf",
];
/** The flags of what can write its answer to a file. */
export const OUTPUT: readonly CommandFlag[] = [
  {
    text: "-o, --output <file>",
    help: "write the answer with sources and proof to this file (-: stdout)",
  },
  {
    text: "--format <form>",
    help: "markdown, html, json, pandoc or bibtex (without it, what the file's ending means)",
  },
  { text: "--force", help: "overwrite the output file if it exists" },
];

export const QUESTION_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "chat",
    summary: "Ask one question after another (the default)",
    details:
      "In a terminal it keeps a history and completes with Tab; /help lists what it knows.\nQuestions piped in, one a line, are answered in turn.",
    arguments: [],
    settings: ["limit", "minConfidence", ...FILTERS, "speaker"],
    flags: [],
    examples: [
      ["pullquote", "open the question loop on ./corpus"],
      ["pullquote chat --corpus ~/articles", "… on another folder"],
      ["pullquote < questions.txt", "answer every line of a file"],
    ],
  },
  {
    name: "ask",
    summary: "Answer one question with quotes from the articles",
    details: "Exits 0 when answered, 1 when the articles do not answer, 2 on an error.",
    arguments: [{ text: "<question...>", help: "the question" }],
    settings: ["limit", "minConfidence", ...FILTERS, "speaker"],
    flags: OUTPUT,
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
    name: "compare",
    summary: "Show where the articles differ on one question",
    details:
      "Every position with its value, its quotes and the reason why it differs, as far as the text\ngives one. Exits 0 when an article takes a position, 1 when none does, 2 on an error.",
    arguments: [
      {
        text: "<question...>",
        help: "a question for an amount, a date, a name, a place, a kind of thing, or yes or no",
      },
    ],
    settings: FILTERS,
    flags: [{ text: "--format <form>", help: "text, markdown, csv or json" }],
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
    arguments: [{ text: "<subject...>", help: "what the statements should be about" }],
    settings: ["limit", ...FILTERS, "speaker"],
    flags: [{ text: "--format <form>", help: "text, markdown, html or json" }],
    examples: [
      ['pullquote timeline "fighters\' pay"', "as a list on the terminal"],
      ["pullquote timeline desertion --format html > desertion.html", "a page with a picture"],
    ],
  },
];
