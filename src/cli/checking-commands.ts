// The commands verify, replay, trust and history: their words, flags, help and examples, for the table of all.

import type { CommandDefinition } from "./command-definition.ts";

export const CHECKING_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "verify",
    summary: "Check every quote of documents against the articles",
    details:
      "Reads exports and anybody's Markdown, HTML or text; - is standard input. Needs no index.\nExits 0 when every quote stands (in another typography or openly edited too, unless --strict),\n1 when one does not, 2 on an error.",
    arguments: [{ text: "<file...>", help: "documents, patterns like drafts/*.md, or -" }],
    settings: [],
    flags: [
      { text: "--strict", help: "only quotes that are byte for byte in an article pass" },
      {
        text: "--all",
        help: "list verified quotes, titles and single words in quotation marks too",
      },
      {
        text: "--fix",
        help: "give quotes their article's typography, places and numbers; shows it and asks first",
      },
      { text: "--yes", help: "with --fix: rewrite without asking" },
      { text: "--format <form>", help: "text, json, github, sarif or junit" },
    ],
    examples: [
      ["pullquote verify draft.md", "which quotes do not stand, and why"],
      ["pullquote verify drafts/*.md --format sarif > quotes.sarif", "for an editor or a pipeline"],
      ["pullquote verify - < draft.txt", "from standard input"],
      ["pullquote verify --fix draft.md", "put right what is safe, after a look at it"],
    ],
  },
  {
    name: "replay",
    summary: "Ask an export's questions again and show what changed",
    details:
      "Filters and limit are those of the export; articles and models are today's.\nExits 0 when every answer is as before, 1 when one is not, 2 on an error.",
    arguments: [{ text: "<file>", help: "an export with its proof blocks, or -" }],
    settings: ["minConfidence"],
    flags: [],
    examples: [
      ["pullquote replay answer.md", "quotes gone, new evidence, other figures"],
      ["pullquote replay session.md --json", "the same for programs, with today's answers"],
    ],
  },
];

/** Nothing → the commands for what is kept of the user: what they take, and what their help says. */
export const KEEPING_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "trust",
    summary: "Say yes to what this folder's pullquote.json sets beyond its folder",
    details:
      "A pullquote.json that was found here or above, not named with --config, may not set a corpus,\nan index or prompts elsewhere, nor a model or an embedder that is not built in, before you said yes\nto it once. A file that changed asks anew.",
    arguments: [],
    settings: [],
    flags: [{ text: "--revoke", help: "take the yes back" }],
    examples: [
      ["pullquote trust", "say yes to the file as it is now, and list what it sets"],
      ["pullquote trust --revoke", "ask again from now on"],
    ],
  },
  {
    name: "history",
    summary: "List the questions that are kept, or delete them",
    arguments: [],
    settings: [],
    flags: [{ text: "--clear", help: "delete kept questions and answers" }],
    examples: [
      ["pullquote history", "the questions asked so far"],
      ["pullquote history --clear", "delete them and the last session"],
    ],
  },
];
