// Nothing → every command: its words, flags, help and examples.

import { CHECKING_COMMANDS, KEEPING_COMMANDS } from "./checking-commands.ts";
import type { CommandDefinition, CommandFlag } from "./command-definition.ts";
import type { SettingKey } from "./settings/setting-row.ts";

const FILTERS: readonly SettingKey[] = ["article", "publisher", "since", "until", "asOf"];
const OUTPUT: readonly CommandFlag[] = [
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

/** In the order that help lists them; the first is the default. */
export const COMMAND_TABLE: readonly CommandDefinition[] = [
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
      ['pullquote ask "How far did the fighters\' pay fall?"', "answer on the terminal"],
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
  {
    name: "index",
    summary: "Bring the index up to date with the folder",
    details: "Only new and changed articles are read; ask and chat do this by themselves.",
    arguments: [],
    settings: [],
    flags: [
      { text: "--rebuild", help: "forget the index and embed everything again" },
      { text: "--remove <article...>", help: "take these articles out of the index" },
      { text: "--destroy", help: "delete the whole index" },
    ],
    examples: [
      ["pullquote index", "index ./corpus into ./index"],
      ["pullquote index --remove leaked-memo.txt", "forget one article"],
      ["pullquote index --destroy", "delete all that is stored of the articles"],
    ],
  },
  {
    name: "search",
    summary: "List the passages that match best, without an answer",
    details: "Exits 0 when something is found, 1 when nothing is.",
    arguments: [{ text: "<query...>", help: "what to look for" }],
    settings: ["limit", ...FILTERS],
    flags: [],
    examples: [
      ['pullquote search "air strikes"', "the ten best passages"],
      ['pullquote search desertion -n 3 --publisher "The Times"', "three, of one publisher"],
    ],
  },
  {
    name: "articles",
    summary: "List the indexed articles",
    details:
      "With --duplicates, exits 0 when there are articles that carry the same text, 1 when not.",
    arguments: [],
    settings: FILTERS,
    flags: [{ text: "--duplicates", help: "list those that carry the same text, group by group" }],
    examples: [
      ["pullquote articles", "all of them"],
      ["pullquote articles --since 2016-04-01 --json", "newer ones, as JSON"],
      ["pullquote articles --duplicates", "which ones carry the same text"],
    ],
  },
  {
    name: "show",
    summary: "Print one article, with its line numbers",
    arguments: [{ text: "<article>", help: "the article's name, or a part that fits only one" }],
    settings: [],
    flags: [],
    examples: [["pullquote show retreat.txt", "print it"]],
  },
  {
    name: "export",
    summary: "Write the last session's answers with proof: Markdown, HTML, for Pandoc …",
    details:
      "Every quote is checked against its article again before it is written. --format pandoc writes\na bibliography in CSL JSON beside the file.",
    arguments: [],
    settings: [],
    flags: [...OUTPUT, { text: "--last", help: "only the last answer" }],
    examples: [
      ["pullquote export -o session.md", "the last session"],
      ["pullquote export -o session.html", "… as a page that needs nothing else"],
      ["pullquote export --format pandoc -o paper.md", "… with citations, for pandoc --citeproc"],
      ["pullquote export --last", "the last answer, on the terminal"],
    ],
  },
  ...CHECKING_COMMANDS,
  {
    name: "status",
    summary: "Show corpus, index and every setting with its origin",
    arguments: [],
    settings: [],
    flags: [],
    examples: [["pullquote status", "what is used, and why"]],
  },
  {
    name: "eval",
    summary: "Measure retrieval or answers on questions with known answers",
    details:
      "The file has one question a line, as docs/eval-format.md describes. Exits 0 when\nmeasured, 1 when evidence that the file names is not in the corpus, 2 on an error.",
    arguments: [
      { text: "<subject>", help: "retrieval or answers" },
      { text: "<questions>", help: "JSON Lines file" },
    ],
    settings: [],
    flags: [
      {
        text: "--compare <rankings>",
        help: "rankings, separated by commas; each is compared with the first",
      },
      { text: "--markdown", help: "print Markdown tables" },
      {
        text: "--per-question <file>",
        help: "write each question's scores and finds as JSON Lines",
      },
      { text: "--force", help: "overwrite that file if it exists" },
    ],
    examples: [
      ["pullquote eval answers questions.jsonl", "on ./corpus, as it ships"],
      ["pullquote eval retrieval questions.jsonl --compare full-text,dense,hybrid", "side by side"],
    ],
  },
  {
    name: "doctor",
    summary: "Check installation, model, index, corpus and terminal",
    details: "Exits 0 when all is well, 2 when something must be fixed.",
    arguments: [],
    settings: [],
    flags: [],
    examples: [["pullquote doctor", "each fault with the command that fixes it"]],
  },
  {
    name: "models",
    summary: "List the writers and embedders that are usable now",
    details:
      "The built-in ones, the models of the Ollama server, and the providers whose key is set.",
    arguments: [],
    settings: [],
    flags: [],
    examples: [["pullquote models", "then: pullquote ask --model ollama:NAME …"]],
  },
  {
    name: "prompts",
    summary: "Print what a model would be sent",
    arguments: [
      { text: "<verb>", help: "show" },
      { text: "[name]", help: "answer, repair or follow-up" },
    ],
    settings: [],
    flags: [],
    examples: [
      ["pullquote prompts show answer", "with example sentences in the place of evidence"],
      ["pullquote prompts show answer --prompts my-prompts", "the same, from a folder of your own"],
    ],
  },
  ...KEEPING_COMMANDS,
  {
    name: "completion",
    summary: "Print a completion script for a shell",
    arguments: [{ text: "<shell>", help: "bash, zsh or fish" }],
    settings: [],
    flags: [],
    examples: [
      ["pullquote completion bash > ~/.local/share/bash-completion/completions/pullquote", "bash"],
      ["pullquote completion zsh > ~/.zfunc/_pullquote", "zsh, with ~/.zfunc in fpath"],
      ["pullquote completion fish > ~/.config/fish/completions/pullquote.fish", "fish"],
    ],
  },
];
