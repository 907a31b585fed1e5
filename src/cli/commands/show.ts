// An article's name → its text with line numbers.

import { EXIT } from "../exit-codes.ts";
import { findArticle } from "../find-article.ts";
import type { RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { printArticle } from "../print-outcome.ts";

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const record = findArticle(words[0] ?? "", await corpus.assistant.articles());
    printArticle(await corpus.assistant.show(record.id, signal), settings, screen);
    return EXIT.answered;
  });
};
