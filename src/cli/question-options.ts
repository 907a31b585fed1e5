// Setting values → the library's filters and limits, and what is to be said of them.

import {
  type ArticleNames,
  type AskOptions,
  type Assistant,
  type Filters,
  foldName,
  type Searched,
} from "../index.ts";
import { count } from "./progress.ts";
import type { SettingValues } from "./settings/setting-table.ts";
import { suggestWord } from "./settings/suggest-word.ts";
import type { Screen } from "./terminal.ts";

export { checkQuestion } from "../index.ts";

/** The settings that narrow a search, and the filter that each becomes. */
export const FILTER_FIELDS = {
  article: "articles",
  publisher: "publishers",
  author: "authors",
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
 * What the reader must know of filters: which of their names no article has, that they left no article, or
 * how many they left out only for want of a date; nothing where they left out none.
 */
export async function noteFiltered(
  screen: Screen,
  filters: Filters,
  { articles: left, undated }: Pick<Searched, "articles" | "undated">,
  assistant: Pick<Assistant, "names">,
): Promise<void> {
  const { since, until, asOf, articles = [], publishers = [], authors = [] } = filters;
  const dated = [since, until, asOf].some((day) => day !== undefined);
  const isNamed = publishers.length + authors.length > 0;
  // One name that left articles is known; to find who is meant by another, all names are read.
  if (isNamed && (left === 0 || publishers.length + authors.length > 1))
    tellUnknownNames(filters, await assistant.names()).forEach(screen.note);
  if ((dated || isNamed || articles.length > 0) && left === 0) {
    screen.note(
      "note: the filters leave no article to search; their names and dates: pullquote articles",
    );
  }
  if (!dated || undated === 0) return;
  const flags = asOf === undefined ? "--since/--until" : "--as-of";
  screen.note(`note: ${count(undated, "article")} without a known date left out by ${flags}`);
}

/** Of what reads the files: how many articles a date filter left out for want of a date. */
export function noteUndated({ undated }: { readonly undated: number }, screen: Screen): void {
  if (undated > 0) screen.note(`note: ${count(undated, "article")} without a known date left out`);
}

const MOST_SUGGESTED = 3;

/** One line for each publisher and author that no article has, with the nearest that one has. */
function tellUnknownNames(
  { publishers = [], authors = [] }: Filters,
  known: ArticleNames,
): readonly string[] {
  const tell = (wanted: readonly string[], field: "publisher" | "author"): readonly string[] => {
    const names = [...known[`${field}s`].map(({ name }) => name), ...known.reported[`${field}s`]];
    return wanted
      .filter((name) => !names.some((one) => foldName(one).includes(foldName(name))))
      .map((name) => {
        const nearest = findNearest(name, names).map((near) => JSON.stringify(near));
        const meant = nearest.length === 0 ? "" : `; did you mean ${nearest.join(" or ")}?`;
        return `note: no article has the ${field} ${JSON.stringify(name)}${meant}`;
      });
  };
  return [...tell(publishers, "publisher"), ...tell(authors, "author")];
}

/** By the whole name, or by one word of it: a surname alone is often typed. */
function findNearest(typed: string, names: readonly string[]): readonly string[] {
  const formsOf = (name: string): readonly string[] => [
    foldName(name),
    ...foldName(name).split(" "),
  ];
  const nearest = suggestWord(foldName(typed), names.flatMap(formsOf));
  const fitting = names.filter((name) => nearest !== undefined && formsOf(name).includes(nearest));
  return [...new Set(fitting)].slice(0, MOST_SUGGESTED);
}
