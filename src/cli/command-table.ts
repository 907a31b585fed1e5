// Nothing → every command: its words, flags, help and examples.

import { type CommandDefinition, FILTERS, OUTPUT, QUESTION_COMMANDS } from "./question-commands.ts";

/** In the order that help lists them; the first is the default. */
export const COMMAND_TABLE: readonly CommandDefinition[] = [
  ...QUESTION_COMMANDS,
  {
    name: "index",
    summary: "Bring the index up to date with the folder",
    details:
      "Only files of another size or time than before are read; ask and chat do this by themselves.",
    flags: [
      ["--check", "read every file, whatever its size and time say"],
      ["--rebuild", "forget the index and embed everything again"],
      ["--remove <article...>", "take these articles out of the index"],
      ["--destroy", "delete the whole index"],
    ],
    examples: [
      ["pullquote index", "index ./corpus into ./index"],
      ["pullquote index --remove leaked-memo.txt", "forget one article"],
      ["pullquote index --destroy", "delete all that is stored of the articles"],
    ],
  },
  {
    name: "add",
    summary: "Save web pages and files into the folder",
    details:
      "The one command that opens a connection, and only to what is named. A page is saved as its server\ngave it, with address and day, as one WARC file; nothing is overwritten, and nothing is saved twice.\nExits 0 when all is in the folder, 1 when something could not be added, 2 on an error.",
    arguments: [["<source...>", "addresses of pages (http, https), or files"]],
    flags: [
      ["--feed", "the addresses are feeds: save the articles that are not saved yet"],
      ["--limit <count>", "with --feed: at most this many articles of a feed (20)"],
      ["--timeout <seconds>", "longest wait for a page, redirects included (30)"],
      ["--allow-private", "fetch from this machine and from private networks too"],
      ["--no-index", "leave the index as it is"],
    ],
    examples: [
      ["pullquote add https://example.com/story.html", "save a page and index it"],
      ["pullquote add ~/Downloads/interview.vtt", "copy a file into the folder"],
      ["pullquote add --feed https://example.com/feed.xml --limit 5", "the newest five of a feed"],
    ],
  },
  {
    name: "watch",
    summary: "Keep the index up to date while files come, change and go",
    details:
      "A line tells of every change. A folder that cannot be read, or is not mounted, leaves the index as it\nis. Ends with Ctrl-C, and then exits 0; 2 on an error.",
    flags: [
      ["--every <seconds>", "look at the whole folder this often too: systems lose events (5)"],
    ],
    examples: [
      ["pullquote watch", "until Ctrl-C"],
      ["pullquote watch --corpus /mnt/desk --every 30", "a drive that tells of no events"],
    ],
  },
  {
    name: "search",
    summary: "List the passages that match best, without an answer",
    details: "Exits 0 when something is found, 1 when nothing is.",
    arguments: [["<query...>", "what to look for"]],
    settings: ["limit", ...FILTERS],
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
    settings: FILTERS,
    flags: [["--duplicates", "list those that carry the same text, group by group"]],
    examples: [
      ["pullquote articles", "all of them"],
      ['pullquote articles --author "Ada Roe"', "by one author"],
      ["pullquote articles --since 2016-04-01 --json", "newer ones, as JSON"],
      ["pullquote articles --duplicates", "which ones carry the same text"],
    ],
  },
  {
    name: "show",
    summary: "Print one article, with its line numbers",
    arguments: [["<article>", "the article's name, or a part that fits only one"]],
    examples: [["pullquote show retreat.txt", "print it"]],
  },
  {
    name: "export",
    summary: "Write the last session's answers with proof: Markdown, HTML, for Pandoc …",
    details:
      "Every quote is checked against its article again before it is written. --format pandoc writes\na bibliography in CSL JSON beside the file.",
    flags: [...OUTPUT, ["--last", "only the last answer"]],
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
    examples: [
      ["pullquote replay answer.md", "quotes gone, new evidence, other figures"],
      ["pullquote replay session.md --json", "the same for programs, with today's answers"],
    ],
  },
  {
    name: "status",
    summary: "Show corpus, index and every setting with its origin",
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
    examples: [
      ["pullquote eval answers questions.jsonl", "on ./corpus, as it ships"],
      ["pullquote eval retrieval questions.jsonl --compare full-text,dense,hybrid", "side by side"],
    ],
  },
  {
    name: "doctor",
    summary: "Check installation, model, index, corpus and terminal",
    details: "Exits 0 when all is well, 2 when something must be fixed.",
    examples: [["pullquote doctor", "each fault with the command that fixes it"]],
  },
  {
    name: "models",
    summary: "List the writers and embedders that are usable now",
    details:
      "The built-in ones, the models of the Ollama server, and the providers whose key is set.",
    examples: [["pullquote models", "then: pullquote ask --model ollama:NAME …"]],
  },
  {
    name: "prompts",
    summary: "Print what a model would be sent",
    arguments: [
      ["<verb>", "show"],
      ["[name]", "answer, repair or follow-up"],
    ],
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
    examples: [
      ["pullquote trust", "say yes to the file as it is now, and list what it sets"],
      ["pullquote trust --revoke", "ask again from now on"],
    ],
  },
  {
    name: "history",
    summary: "List the questions that are kept, or delete them",
    flags: [["--clear", "delete kept questions and answers"]],
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
