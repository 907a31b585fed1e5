// Setting values and what was typed → the library's filters and limits, and a question that can be asked.

import { type AskOptions, type Filters, PullquoteError, type Searched } from "../index.ts";
import { count } from "./progress.ts";
import type { SettingValues } from "./settings/setting-table.ts";
import type { Screen } from "./terminal.ts";

/** Far beyond any question; what is longer was pasted by mistake. */
export const LONGEST_QUESTION = 4000;

/**
 * Control characters become spaces: they mean nothing to a search and could steer a terminal.
 * @throws PullquoteError `question-empty` | `question-too-long`
 */
export function checkQuestion(typed: string): string {
  const question = typed
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(question)) {
    throw new PullquoteError({
      code: "question-empty",
      message: "The question is empty: it holds no word and no number.",
      hint: 'Ask in words: pullquote ask "Who resigned?"',
    });
  }
  if (question.length > LONGEST_QUESTION) {
    throw new PullquoteError({
      code: "question-too-long",
      message: `The question has ${question.length.toLocaleString("en-US")} characters; at most ${LONGEST_QUESTION.toLocaleString("en-US")} are read.`,
      hint: "Ask for one thing at a time, in a sentence or two.",
    });
  }
  return question;
}

/** The settings that narrow a search, and the filter that each becomes. */
export const FILTER_FIELDS = {
  article: "articles",
  publisher: "publishers",
  since: "since",
  until: "until",
  speaker: "speakers",
  asOf: "asOf",
} as const;
export type FilterKey = keyof typeof FILTER_FIELDS;

export function readFilters(values: SettingValues): Filters {
  const given = Object.entries(FILTER_FIELDS).flatMap(([key, field]) => {
    const value = values[key as FilterKey];
    return value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(given);
}

export function readAskOptions(values: SettingValues): AskOptions & { readonly filters: Filters } {
  return {
    filters: readFilters(values),
    ...(values.limit !== undefined && { limit: values.limit }),
  };
}

/**
 * What the reader must know of articles that filters left out: that they left none, or how many only for
 * want of a date; nothing where they left out none.
 */
export function noteFiltered(screen: Screen, filters: Filters, searched: Searched): void {
  const { since, until, asOf, articles = [], publishers = [] } = filters;
  const dated = [since, until, asOf].some((day) => day !== undefined);
  const isFiltered = dated || articles.length + publishers.length > 0;
  if (isFiltered && searched.articles === 0) {
    screen.note(
      "note: the filters leave no article to search; their names and dates: pullquote articles",
    );
  }
  if (!dated || searched.undated === 0) return;
  const flags = asOf === undefined ? "--since/--until" : "--as-of";
  screen.note(
    `note: ${count(searched.undated, "article")} without a known date left out by ${flags}`,
  );
}
