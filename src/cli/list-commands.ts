// Nothing → the commands that list: passages, articles, what was said, where a word stands, who is named.

import {
  ARTICLE_COLUMNS,
  ARTICLE_FIELDS,
  COPY_COLUMNS,
  COUNT_COLUMNS,
  ENTITY_COLUMNS,
  MATCH_COLUMNS,
  PUBLISHER_COLUMNS,
  SAID_COLUMNS,
  SEARCH_COLUMNS,
  SPEAKER_COLUMNS,
} from "./json-fields.ts";
import { type CommandDefinition, FILTERS } from "./question-commands.ts";

export const LIST_COMMANDS: readonly CommandDefinition[] = [
  {
    name: "search",
    summary: "List the passages that match best, without an answer",
    details: "Exits 0 when something is found, 1 when nothing is.",
    arguments: [["<query...>", "what to look for"]],
    settings: ["limit", ...FILTERS],
    flags: [
      ["--exact", "only passages that hold these words side by side, in any case"],
      ["--min-score <score>", "only passages of at least this score, as the list shows it"],
    ],
    json: [...SEARCH_COLUMNS, "title", "author"],
    table: SEARCH_COLUMNS,
    examples: [
      ['pullquote search "air strikes"', "the ten best passages"],
      ['pullquote search --exact "air strikes"', "only where these words stand"],
      ['pullquote search desertion -n 3 --publisher "The Times"', "three, of one publisher"],
    ],
  },
  {
    name: "articles",
    summary: "List the indexed articles",
    details:
      "With --duplicates, exits 0 when there are articles that carry the same text, 1 when not.",
    settings: FILTERS,
    flags: [
      ["--duplicates", "list those that carry the same text, group by group"],
      ["--publishers", "list the publishers with their articles, first and last day"],
    ],
    json: [
      ...new Set([
        ...ARTICLE_COLUMNS,
        ...ARTICLE_FIELDS,
        ...COPY_COLUMNS,
        "copies",
        ...PUBLISHER_COLUMNS,
      ]),
    ],
    table: PUBLISHER_COLUMNS,
    examples: [
      ["pullquote articles", "all of them"],
      ['pullquote articles --author "Ada Roe"', "by one author"],
      ["pullquote articles --since 2016-04-01 --json", "newer ones, as JSON"],
      ["pullquote articles --publishers", "who published how many, and when"],
      ["pullquote articles --duplicates", "which ones carry the same text"],
    ],
  },
  {
    name: "quotes",
    summary: "List everything that somebody said, or who is quoted",
    details:
      "Sentences by day, each with the verb of its article and whether the words stand between quotation\nmarks. Only where an article names the speaker; a sentence that copies of one text have in common\nis listed once. Without --speaker, who is quoted and how often. Reads the files, needs no index.\nExits 0 when there is something, 1 when not, 2 on an error.",
    settings: ["limit", ...FILTERS, "speaker"],
    json: [...new Set([...SAID_COLUMNS, "role", "title", "path", ...SPEAKER_COLUMNS])],
    table: SAID_COLUMNS,
    examples: [
      ['pullquote quotes --speaker "Ada Roe"', "what she said, wrote and denied"],
      ['pullquote quotes --speaker "Ada Roe" --since 2016-01-01 > roe.tsv', "for a spreadsheet"],
      ["pullquote quotes -n 20", "the twenty who are quoted most"],
    ],
  },
  {
    name: "grep",
    summary: "List every sentence that has a word or a phrase",
    details:
      "Whole words, as they are: another case only with -i, while quotation marks, dashes and spaces of\nany shape are one. Headings, captions and bylines are searched too, front matter is not. Reads the\nfiles, needs no index. Exits 0 when it is found, 1 when not, 2 on an error.",
    arguments: [["<pattern>", "a word or a phrase"]],
    settings: FILTERS,
    flags: [
      ["-i, --ignore-case", "small letters and capitals are one"],
      ["--regex", "the pattern is a regular expression of RE2, looked for in each sentence"],
      ["--sentences", "print whole sentences, not the words around each match"],
      ["--count", "print only how often each article has it"],
    ],
    json: [...new Set([...MATCH_COLUMNS, "matches", "part", "title", "path", ...COUNT_COLUMNS])],
    table: MATCH_COLUMNS,
    examples: [
      ['pullquote grep "air strikes"', "each with the words around it, one below the other"],
      ['pullquote grep -i "air strikes" --sentences', "in any case, whole sentences"],
      ['pullquote grep --regex "air ?strikes?" --count', "how often each article has it"],
    ],
  },
  {
    name: "entities",
    summary: "List the people, bodies and places that the articles name",
    details:
      "Names that stand for one are put together: a surname beside its full name, capitals that an article\ndeclares. What is wrong you put right in a file pullquote.entities beside pullquote.json or in this\nfolder, a line each: separate Roe | Ada Roe, merge Ada Roe = A. Roe, kind Brone = place.\nReads the files, needs no index. Exits 0 when there are any, 1 when not, 2 on an error.",
    settings: ["limit", ...FILTERS],
    flags: [
      ["--kind <kind>", "only of this kind: person, body or place"],
      ["--explain <name>", "how a name is written, why that is one, and what takes it apart again"],
    ],
    json: ENTITY_COLUMNS,
    table: ENTITY_COLUMNS,
    examples: [
      ["pullquote entities --kind person -n 20", "the twenty people who are named most"],
      ['pullquote entities --explain "Ada Roe"', "which names are hers, and why"],
    ],
  },
];
