// Nothing → the commands for what is kept of the user: what they take, and what their help says.

import type { CommandDefinition } from "./command-definition.ts";

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
