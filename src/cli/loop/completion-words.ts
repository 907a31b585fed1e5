// A loop's corpus and last answer → the words that Tab may offer.

import { readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { EXPORT_TABLE, sanitizeTerminal } from "../../index.ts";
import { type CompletionWords, completeLine } from "./complete-line.ts";
import type { LoopSession } from "./loop-session.ts";

/** Longer than that nobody waits for Tab; the names are there the next time. */
const LONGEST_WAIT_MS = 1500;

/** As readline calls it. */
export type Completer = (
  line: string,
  done: (error: null, result: [string[], string]) => void,
) => void;

/** Who is quoted is read from the files, at the first Tab that asks for it. */
export async function openCompleter(
  session: LoopSession,
  commands: readonly string[],
): Promise<Completer> {
  const { assistant } = session.corpus;
  const records = await assistant.articles();
  const named = {
    commands,
    articles: keepHarmless(records.map(({ id }) => id)),
    publishers: keepHarmless(records.flatMap(({ metadata }) => metadata.publisher?.value ?? [])),
    authors: keepHarmless(records.flatMap(({ metadata }) => metadata.author?.value ?? [])),
    endings: EXPORT_TABLE.flatMap(({ endings }) => endings.filter((ending) => ending !== "")),
    listFiles,
  };
  let reading: Promise<readonly string[]> | undefined;
  let speakers: readonly string[] = [];
  const readSpeakers = async (): Promise<void> => {
    reading ??= assistant
      .speakers()
      .then((found) => keepHarmless(found.map(({ name }) => name)))
      .catch(() => []);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<readonly string[]>((resolve) => {
      timer = setTimeout(() => resolve([]), LONGEST_WAIT_MS);
    });
    speakers = await Promise.race([reading, late]);
    clearTimeout(timer);
  };
  return (line, done) => {
    const last = session.outcomes.at(-1);
    const quotes = last?.kind === "answer" ? last.quotes.map(({ number }) => `${number}`) : [];
    const complete = (): void => {
      const words: CompletionWords = { ...named, speakers, quotes };
      done(null, completeLine(line, words));
    };
    if (/^\/filter\s+speaker\s/.test(line)) void readSpeakers().then(complete);
    else complete();
  };
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
