// A query → the passages that match best.

import {
  type ArticleRecord,
  PullquoteError,
  projectSearch,
  renderExcerpt,
  renderWeakness,
  type SearchOutcome,
  sanitizeTerminal,
} from "../../index.ts";
import type { RunCommand } from "../invocation.ts";
import { SEARCH_COLUMNS } from "../json-fields.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { type ListRow, printList } from "../print-list.ts";
import { checkQuestion, noteFiltered, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

const USUAL_LIMIT = 10;

export const run: RunCommand = async ({ words, flags, settings, screen, signal }) => {
  const kept = { exact: flags["exact"] === true, ...readMinScore(flags["minScore"]) };
  const query = checkQuestion(words.join(" "));
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const limit = settings.values.limit ?? USUAL_LIMIT;
    const outcome = await corpus.assistant.search(query, { filters, limit, signal, ...kept });
    await noteFiltered(screen, filters, outcome.searched, corpus.assistant);
    const ids = outcome.passages.map(({ excerpt }) => excerpt.articleId);
    const records = await corpus.assistant.articlesOf(ids);
    const listing = {
      rows: listPassages(outcome, records),
      columns: SEARCH_COLUMNS,
      json: projectSearch(outcome),
      layOut: () => layOutPassages(outcome, records, screen),
    };
    if (screen.tabular) for (const { text } of outcome.notes) screen.warn(`note: ${text}`);
    return printList(listing, { settings, screen });
  });
};

/** @throws PullquoteError `bad-setting` for what is no number */
function readMinScore(typed: unknown): { readonly minScore?: number } {
  if (typed === undefined) return {};
  const minScore = String(typed).trim() === "" ? Number.NaN : Number(typed);
  if (Number.isFinite(minScore)) return { minScore };
  throw new PullquoteError({
    code: "bad-setting",
    message: `--min-score must be a number, not ${JSON.stringify(typed)}.`,
    hint: "Take one from the list, such as --min-score 0.5",
  });
}

function listPassages(
  { passages }: SearchOutcome,
  records: readonly ArticleRecord[],
): readonly ListRow[] {
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return passages.map(({ excerpt: { articleId, start, end, text }, score }) => {
    const { title, author, publisher, published } = recordOf.get(articleId)?.metadata ?? {};
    const known = Object.entries({ title, author, publisher, published });
    const values = Object.fromEntries(known.map(([field, found]) => [field, found?.value]));
    return { articleId, ...values, start, end, score, text };
  });
}

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
