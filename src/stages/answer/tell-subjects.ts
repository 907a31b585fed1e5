// Sentences of the evidence → whom and what they name most, for a reader whose question met nothing.

import { listNameWords, readNames } from "../../text/names.ts";
import { foldWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";

/** Names told, and the sentences that must have one. */
const MOST_NAMES = 3;
const LEAST_SENTENCES = 3;

/** "The articles speak most of “Ghent” and “Ada Roe”." Undefined where they name nothing often. */
export function tellSubjects(sentences: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const name of new Set(listNames(sentence))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts]
    .filter(([, count]) => count >= LEAST_SENTENCES)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_NAMES)
    .map(([name]) => `“${name}”`);
  const last = names.pop();
  if (last === undefined) return undefined;
  const told = names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  return `The articles speak most of ${told}.`;
}

/** A lone word that opens a sentence may be any word. */
function listNames(sentence: string): readonly string[] {
  const sure = new Set(listNameWords(sentence));
  return readNames(sentence)
    .map(({ start, end }) => sentence.slice(start, end))
    .filter((name) => findWords(name).every(({ text }) => sure.has(foldWord(text))));
}
