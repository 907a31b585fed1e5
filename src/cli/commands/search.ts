// A query → the passages that match best.

import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { printPassages } from "../print-outcome.ts";
import { checkQuestion, noteFiltered, readFilters } from "../question-options.ts";

const USUAL_LIMIT = 10;

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  const query = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const limit = settings.values.limit ?? USUAL_LIMIT;
    const outcome = await corpus.assistant.search(query, { filters, limit, signal });
    await noteFiltered(screen, filters, outcome.searched, corpus.assistant);
    printPassages(outcome, await corpus.assistant.articles(), settings, screen);
    return outcome.passages.length > 0 ? EXIT.answered : EXIT.nothingFound;
  });
};
