// A query → the passages that match best.

import {
  type ArticleRecord,
  projectSearch,
  renderExcerpt,
  renderWeakness,
  type SearchOutcome,
  sanitizeTerminal,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { checkQuestion, noteFiltered, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

const USUAL_LIMIT = 10;

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  const query = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const limit = settings.values.limit ?? USUAL_LIMIT;
    const outcome = await corpus.assistant.search(query, { filters, limit, signal });
    await noteFiltered(screen, filters, outcome.searched, corpus.assistant);
    if (settings.values.json) screen.print(JSON.stringify(projectSearch(outcome)));
    else if (outcome.passages.length + outcome.notes.length > 0) {
      const ids = outcome.passages.map(({ excerpt }) => excerpt.articleId);
      screen.print(layOutPassages(outcome, await corpus.assistant.articlesOf(ids), screen));
    }
    return outcome.passages.length > 0 ? EXIT.answered : EXIT.nothingFound;
  });
};

/** Each passage below the name of its article; `records` give publisher and date. */
function layOutPassages(
  { passages, notes }: SearchOutcome,
  records: readonly ArticleRecord[],
  screen: Screen,
): string {
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const parts = passages.map(({ excerpt, score }) => {
    const metadata = recordOf.get(excerpt.articleId)?.metadata;
    const known = [metadata?.publisher?.value, metadata?.published?.value].filter(Boolean);
    const heading = [excerpt.articleId, ...known, score.toFixed(2)].join(" · ");
    return `${sanitizeTerminal(heading)}\n${renderExcerpt(excerpt, screen)}`;
  });
  const above = notes.map(({ text }) => renderWeakness(text, screen));
  return [...above, ...parts].join("\n\n");
}
