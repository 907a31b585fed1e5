// Nothing → the commands that read documents: what they take, and what their help says.

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
