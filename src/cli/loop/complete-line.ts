// A half-typed line → the lines that it may become.

import { FILTER_WORDS } from "./change-filters.ts";

export interface CompletionWords {
  /** With their slash. */
  readonly commands: readonly string[];
  readonly articles: readonly string[];
  readonly publishers: readonly string[];
  readonly authors: readonly string[];
}

/** A word of a question shorter than this completes to nothing: too much would fit. */
const SHORTEST_WORD = 2;

/** As readline wants it: the completions, and the part of the line that they replace. */
export function completeLine(line: string, words: CompletionWords): [string[], string] {
  const filter = line.match(/^\/filter\s+(article|publisher|author)\s+(.*)$/s);
  if (filter) {
    const names = words[`${filter[1]}s` as "articles" | "publishers" | "authors"];
    return pickFitting(names, filter[2] ?? "");
  }
  const begun = line.match(/^\/filter\s+(\S*)$/);
  if (begun) return pickFitting(FILTER_WORDS, begun[1] ?? "");
  if (/^\/\S*$/.test(line)) return pickFitting(words.commands, line);
  const word = line.match(/\S*$/)?.[0] ?? "";
  if (line.startsWith("/") || word.length < SHORTEST_WORD) return [[], line];
  return pickFitting([...words.publishers, ...words.articles], word);
}

function pickFitting(names: readonly string[], typed: string): [string[], string] {
  const start = typed.toLowerCase();
  return [names.filter((name) => name.toLowerCase().startsWith(start)), typed];
}
