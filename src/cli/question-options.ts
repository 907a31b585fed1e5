// Setting values → the library's filters and limits.

import type { AskOptions, Filters, Searched } from "../index.ts";
import { count } from "./progress.ts";
import type { SettingValues } from "./settings/setting-row.ts";
import type { Screen } from "./terminal.ts";

export function readFilters(values: SettingValues): Filters {
  const { article, publisher, speaker, since, until, asOf } = values;
  return {
    ...(article && { articles: article }),
    ...(publisher && { publishers: publisher }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(speaker && { speakers: speaker }),
    ...(asOf !== undefined && { asOf }),
  };
}

export function readAskOptions(values: SettingValues): AskOptions {
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
