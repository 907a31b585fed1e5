// Nothing → the commands that bring articles into the index: their words, flags, help and examples.

import { RUN_FIELDS } from "./json-fields.ts";
import { type CommandDefinition, EVENTS } from "./question-commands.ts";

export const CORPUS_COMMANDS: readonly CommandDefinition[] = [
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
      [
        "--adopt <shard...>",
        "take in what pullquote shard made, all parts of it, after checking it",
      ],
      ["--partial", "with --adopt: some of the parts may be missing"],
      EVENTS,
    ],
    json: RUN_FIELDS,
    examples: [
      ["pullquote index", "index ./corpus into ./index"],
      ["pullquote index --adopt shards/*", "take in what other machines made of the folder"],
      ["pullquote index --remove leaked-memo.txt", "forget one article"],
      ["pullquote index --destroy", "delete all that is stored of the articles"],
    ],
  },
  {
    name: "shard",
    summary: "Make the index's rows for a part of the folder, on any of many machines",
    details:
      "Needs no index. Which file is of which part depends on its name alone, so every machine can be\ngiven a part of its own. Run twice, or killed and run again, it gives the same rows.\nThe form of the rows: docs/index-format.md",
    flags: [
      ["--part <n/of>", "which part, from 1/16 to 16/16 where there are 16"],
      ["--out <place>", "where the rows go, like --index: a place of their own for each part"],
      ["--manifest <file>", "only the files listed there, one path below --corpus a line"],
      EVENTS,
    ],
    json: [...RUN_FIELDS, "part"],
    examples: [
      ["pullquote shard --part 3/16 --out shards/3", "the third of 16 parts"],
      ["pullquote index --adopt shards/*", "when all 16 are there: take them in"],
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
    json: ["corpus", "additions", "index"],
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
      [
        "--every <seconds>",
        "look at the whole folder this often too: systems lose events (5; a bucket: 60)",
      ],
    ],
    json: ["kind", "id", "from", "title", "detail", "code", "message"],
    examples: [
      ["pullquote watch", "until Ctrl-C"],
      ["pullquote watch --corpus /mnt/desk --every 30", "a drive that tells of no events"],
    ],
  },
];
