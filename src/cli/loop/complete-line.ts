// A half-typed line → the lines that it may become.

import { FILTER_WORDS } from "./change-filters.ts";

export interface CompletionWords {
  /** With their slash. */
  readonly commands: readonly string[];
  /** Ids that begin with what was typed. */
  readonly listArticles: (typed: string) => Promise<readonly string[]>;
  readonly listPublishers: () => Promise<readonly string[]>;
  readonly listAuthors: () => Promise<readonly string[]>;
  readonly listSpeakers: () => Promise<readonly string[]>;
  /** The last answer's quotes, by their numbers. */
  readonly quotes: readonly string[];
  /** Of the files that can be exported to, each with its dot. */
  readonly endings: readonly string[];
  /** Paths that begin with what was typed. */
  readonly listFiles: (typed: string) => readonly string[];
}

/** A word of a question shorter than this completes to nothing: too much would fit. */
const SHORTEST_WORD = 2;

/** What a line begins with, and what its last group may become. The first that fits counts. */
const RULES: readonly (readonly [
  begun: RegExp,
  list: (words: CompletionWords, typed: string) => readonly string[] | Promise<readonly string[]>,
])[] = [
  [/^\/filter\s+article\s+(.*)$/s, ({ listArticles }, typed) => listArticles(typed)],
  [/^\/filter\s+publisher\s+(.*)$/s, ({ listPublishers }) => listPublishers()],
  [/^\/filter\s+author\s+(.*)$/s, ({ listAuthors }) => listAuthors()],
  [/^\/filter\s+speaker\s+(.*)$/s, ({ listSpeakers }) => listSpeakers()],
  [/^\/filter\s+(\S*)$/, () => FILTER_WORDS],
  [/^\/export\s+(.*)$/s, listTargets],
  [/^\/(?:show|open|copy)\s+(\d*)$/, ({ quotes }) => quotes],
  [/^\/width\s+(\S*)$/, () => ["auto"]],
  [/^(\/\S*)$/, ({ commands }) => commands],
  [/^\/()/, () => []],
  [
    new RegExp(`(?:^|\\s)(\\S{${SHORTEST_WORD},})$`),
    async ({ listPublishers, listArticles }, typed) => [
      ...(await listPublishers()),
      ...(await listArticles(typed)),
    ],
  ],
];

/** As readline wants it: the completions, and the part of the line that they replace. */
export async function completeLine(
  line: string,
  words: CompletionWords,
): Promise<[string[], string]> {
  for (const [begun, list] of RULES) {
    const typed = line.match(begun)?.[1];
    if (typed === undefined) continue;
    const start = typed.toLowerCase();
    const names = await list(words, typed);
    const fitting = names.filter((name) => name.toLowerCase().startsWith(start));
    return [fitting, fitting.length === 0 && typed === "" ? line : typed];
  }
  return [[], line];
}

/** Files that are there, else the name that was begun with each ending that can be written. */
function listTargets({ endings, listFiles }: CompletionWords, typed: string): readonly string[] {
  const files = listFiles(typed);
  const stem = typed.replace(/\.\w*$/, "");
  const isBegun = stem !== "" && !/[\\/]$/.test(stem);
  return files.length > 0 || !isBegun ? files : endings.map((ending) => stem + ending);
}
