// A loop's corpus and last answer → the words that Tab may offer.

import { readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Assistant, EXPORT_TABLE, sanitizeTerminal } from "../../index.ts";
import { type CompletionWords, completeLine } from "./complete-line.ts";
import type { LoopSession } from "./loop-session.ts";

/** Longer than that nobody waits for Tab; the names are there the next time. */
const LONGEST_WAIT_MS = 1500;

/** More than anybody looks through. */
const MOST_ARTICLES = 500;

/** As readline calls it. */
export type Completer = (
  line: string,
  done: (error: null, result: [string[], string]) => void,
) => void;

/** Names are read from the index, and who is quoted from the files, at the first Tab that asks for them. */
export function openCompleter(session: LoopSession, commands: readonly string[]): Completer {
  const { assistant } = session.corpus;
  const readNames = rememberFirst(() => assistant.names());
  const listNames = async (kind: "publishers" | "authors"): Promise<readonly string[]> =>
    keepHarmless((await readNames())[kind].flatMap(({ name }) => name || []));
  const readSpeakers = rememberFirst(async () =>
    keepHarmless((await assistant.speakers()).map(({ name }) => name)),
  );
  const words: Omit<CompletionWords, "quotes"> = {
    commands,
    listArticles: async (typed) => keepHarmless(await listBeginning(typed, assistant)),
    listPublishers: () => listNames("publishers"),
    listAuthors: () => listNames("authors"),
    listSpeakers: () => orNothing(readSpeakers()),
    endings: EXPORT_TABLE.flatMap(({ endings }) => endings.filter((ending) => ending !== "")),
    listFiles,
  };
  return (line, done) => {
    const last = session.outcomes.at(-1);
    const quotes = last?.kind === "answer" ? last.quotes.map(({ number }) => `${number}`) : [];
    completeLine(line, { ...words, quotes }).then(
      (completed) => done(null, completed),
      () => done(null, [[], line]),
    );
  };
}

function rememberFirst<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

/** The words, where they come in time and can be read. */
async function orNothing(reading: Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), LONGEST_WAIT_MS);
  });
  const found = await Promise.race([reading.catch(() => []), late]);
  clearTimeout(timer);
  return found;
}

async function listBeginning(typed: string, assistant: Assistant): Promise<readonly string[]> {
  const start = typed.toLowerCase();
  const found: string[] = [];
  const filters = typed === "" ? {} : { articles: [typed] };
  for await (const { id } of assistant.articles(filters)) {
    if (id.toLowerCase().startsWith(start)) found.push(id);
    if (found.length === MOST_ARTICLES) break;
  }
  return found;
}

/** Names with characters that act on a terminal are not offered: readline prints them raw. */
const keepHarmless = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter((name) => sanitizeTerminal(name) === name);

/** Files and folders, these with a slash, whose path begins with what was typed. */
function listFiles(typed: string): readonly string[] {
  const folder = /[\\/]$/.test(typed) ? typed : dirname(typed);
  const before = typed.slice(0, typed.search(/[^\\/]*$/));
  try {
    const entries = readdirSync(resolve(folder), { withFileTypes: true });
    return keepHarmless(
      entries
        .map((entry) => `${before}${entry.name}${entry.isDirectory() ? "/" : ""}`)
        .filter((path) => path.startsWith(typed)),
    );
  } catch {
    return [];
  }
}
