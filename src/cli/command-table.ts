// Nothing → every command: its words, flags, help and examples.

import { CORPUS_COMMANDS } from "./corpus-commands.ts";
import { ANSWER_FIELDS, EVALUATION_FIELDS, SESSION_FIELDS, STATUS_FIELDS } from "./json-fields.ts";
import { LIST_COMMANDS } from "./list-commands.ts";
import { type CommandDefinition, OUTPUT, QUESTION_COMMANDS } from "./question-commands.ts";

/** In the order that help lists them; the first is the default. */
export const COMMAND_TABLE: readonly CommandDefinition[] = [
  ...QUESTION_COMMANDS,
  ...CORPUS_COMMANDS,
  ...LIST_COMMANDS,
  {
    name: "show",
    summary: "Print one article, with its line numbers",
    arguments: [["<article>", "the article's name, or a part that fits only one"]],
    json: ["articleId", "path", "blocks"],
    examples: [["pullquote show retreat.txt", "print it"]],
  },
  {
    name: "export",
    summary: "Write the last session's answers with proof: Markdown, HTML, for Pandoc …",
    details:
      "Every quote is checked against its article again before it is written. --format pandoc writes\na bibliography in CSL JSON beside the file.",
    flags: [...OUTPUT, ["--last", "only the last answer"]],
    json: ANSWER_FIELDS,
    examples: [
      ["pullquote export -o session.md", "the last session"],
      ["pullquote export -o session.html", "… as a page that needs nothing else"],
      ["pullquote export --format pandoc -o paper.md", "… with citations, for pandoc --citeproc"],
      ["pullquote export --last", "the last answer, on the terminal"],
    ],
  },
  {
    name: "verify",
    summary: "Check every quote of documents against the articles",
    details:
      "Reads exports and anybody's Markdown, HTML or text; - is standard input. Needs no index.\nExits 0 when every quote stands (in another typography or openly edited too, unless --strict),\n1 when one does not, 2 on an error.",
    arguments: [["<file...>", "documents, patterns like drafts/*.md, or -"]],
    flags: [
      ["--strict", "only quotes that are byte for byte in an article pass"],
      ["--all", "list verified quotes, titles and single words in quotation marks too"],
      [
        "--since-saved",
        "hold quotes against what was saved later from their article's address: altered, withdrawn",
      ],
      [
        "--fix",
        "give quotes their article's typography, places and numbers; shows it and asks first",
      ],
      ["--yes", "with --fix: rewrite without asking"],
      ["--format <form>", "text, json, github, sarif or junit"],
    ],
    json: ["passed", "strict", "articles", "unreadable", "whole", "documents"],
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
    arguments: [["<file>", "an export with its proof blocks, or -"]],
    settings: ["minConfidence"],
    json: ["name", "changed", "questions"],
    examples: [
      ["pullquote replay answer.md", "quotes gone, new evidence, other figures"],
      ["pullquote replay session.md --json", "the same for programs, with today's answers"],
    ],
  },
  {
    name: "mcp",
    summary: "Serve search, answers and verification to programs (MCP)",
    details:
      "Speaks the Model Context Protocol on standard input and output, or over HTTP to\nprograms of this machine alone. Nothing is written but the index, which is brought\nup to date before an answer. Ends when its client goes away, or with Ctrl-C.",
    flags: [
      ["--http [port]", "listen on http://127.0.0.1:PORT/mcp instead (3917; 0 takes a free port)"],
      ["--allow-index", "offer a tool that makes the index, however long that takes"],
    ],
    examples: [
      ["pullquote mcp --corpus ~/articles", "what a client starts by itself"],
      ["pullquote mcp --http --corpus ~/articles", "one server for all clients of this machine"],
    ],
  },
  {
    name: "status",
    summary: "Show corpus, index and every setting with its origin",
    json: STATUS_FIELDS,
    examples: [["pullquote status", "what is used, and why"]],
  },
  {
    name: "eval",
    summary: "Measure retrieval or answers on questions with known answers",
    details:
      "The file has one question a line, as docs/eval-format.md describes. Exits 0 when\nmeasured, 1 when evidence that the file names is not in the corpus, 2 on an error.",
    arguments: [
      ["<subject>", "retrieval or answers"],
      ["<questions>", "JSON Lines file"],
    ],
    flags: [
      ["--compare <rankings>", "rankings, separated by commas; each is compared with the first"],
      ["--markdown", "print Markdown tables"],
      ["--per-question <file>", "write each question's scores and finds as JSON Lines"],
      ["--force", "overwrite that file if it exists"],
    ],
    json: EVALUATION_FIELDS,
    examples: [
      ["pullquote eval answers questions.jsonl", "on ./corpus, as it ships"],
      ["pullquote eval retrieval questions.jsonl --compare full-text,dense,hybrid", "side by side"],
    ],
  },
  {
    name: "doctor",
    summary: "Check installation, model, index, corpus and terminal",
    details: "Exits 0 when all is well, 2 when something must be fixed.",
    json: ["name", "verdict", "detail", "fix"],
    examples: [["pullquote doctor", "each fault with the command that fixes it"]],
  },
  {
    name: "models",
    summary: "List the writers and embedders that are usable now",
    details:
      "The built-in ones, the models of the Ollama server, and the providers whose key is set.",
    flags: [["--recommend", "name models that fit this machine's memory, with size and licence"]],
    json: ["name", "uses", "detail", "gigabytes", "licence"],
    table: ["name", "uses", "detail"],
    examples: [
      ["pullquote models", "then: pullquote ask --model ollama:NAME …"],
      ["pullquote models --recommend", "before there is one; asks no server"],
    ],
  },
  {
    name: "prompts",
    summary: "Print what a model would be sent",
    arguments: [
      ["<verb>", "show"],
      ["[name]", "answer, repair or follow-up"],
    ],
    json: ["name", "messages"],
    examples: [
      ["pullquote prompts show answer", "with example sentences in the place of evidence"],
      ["pullquote prompts show answer --prompts my-prompts", "the same, from a folder of your own"],
    ],
  },
  {
    name: "trust",
    summary: "Say yes to what this folder's pullquote.json sets beyond its folder",
    details:
      "A pullquote.json that was found here or above, not named with --config, may not set a corpus,\nan index or prompts elsewhere, nor a model or an embedder that is not built in, before you said yes\nto it once. A file that changed asks anew.",
    flags: [["--revoke", "take the yes back"]],
    json: ["configFile", "trusted", "reaches"],
    examples: [
      ["pullquote trust", "say yes to the file as it is now, and list what it sets"],
      ["pullquote trust --revoke", "ask again from now on"],
    ],
  },
  {
    name: "sessions",
    summary: "List the named sessions, or delete one",
    details: "Exits 0 when there are any, 1 when there are none, 2 on an error.",
    flags: [["--remove <name>", "delete this session, its questions and its answers"]],
    json: SESSION_FIELDS,
    table: SESSION_FIELDS,
    examples: [
      ["pullquote sessions", "the last used first; then: pullquote chat --session NAME"],
      ["pullquote sessions --remove budget-2026", "delete one"],
    ],
  },
  {
    name: "history",
    summary: "List the questions that are kept, or delete them",
    flags: [
      ["--clear", "delete kept questions and answers; named sessions stay (see sessions --remove)"],
    ],
    json: ["question"],
    table: ["question"],
    examples: [
      ["pullquote history", "the questions asked so far"],
      ["pullquote history --clear", "delete them and the last session"],
    ],
  },
  {
    name: "completion",
    summary: "Print a completion script for a shell",
    arguments: [["<shell>", "bash, zsh or fish"]],
    examples: [
      ["pullquote completion bash > ~/.local/share/bash-completion/completions/pullquote", "bash"],
      ["pullquote completion zsh > ~/.zfunc/_pullquote", "zsh, with ~/.zfunc in fpath"],
      ["pullquote completion fish > ~/.config/fish/completions/pullquote.fish", "fish"],
    ],
  },
];
