// `show`: an article's name, or a part of it → its text with line numbers.

import { type ArticleRecord, foldName, PullquoteError } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { printArticle } from "../print-outcome.ts";
import { suggestWord } from "../settings/suggest-word.ts";

const MOST_NAMED = 5;

/**
 * The article of that name, else the one of that name in another Unicode form, else the only one whose
 * name contains what was typed.
 * @throws PullquoteError `unknown-article`
 */
function findArticle(typed: string, records: readonly ArticleRecord[]): ArticleRecord {
  const exact = records.find(({ id }) => id === typed);
  if (exact) return exact;
  const same = records.filter(({ id }) => id.normalize("NFC") === typed.normalize("NFC"));
  if (same.length === 1 && same[0]) return same[0];
  const part = foldName(typed);
  const fitting = records.filter(({ id }) => part !== "" && foldName(id).includes(part));
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  const names = (fitting.length > 1 ? fitting : records).map(({ id }) => id);
  const nearest = suggestWord(typed, names);
  throw new PullquoteError({
    code: "unknown-article",
    message:
      fitting.length > 1
        ? `${fitting.length} articles have ${JSON.stringify(typed)} in their name: ${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? ", …" : ""}.`
        : `No article is called ${JSON.stringify(typed)}${nearest === undefined ? "" : `; did you mean ${nearest}?`}.`,
    hint: "List the names with: pullquote articles",
  });
}

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const record = findArticle(words[0] ?? "", await corpus.assistant.articles());
    printArticle(await corpus.assistant.show(record.id, signal), settings, screen);
    return EXIT.answered;
  });
};
