// Setting values → the library's filters and limits.

import type { AskOptions, Filters, Searched } from "../index.ts";
import { count } from "./progress.ts";
import type { SettingValues } from "./settings/setting-table.ts";

export function readFilters(values: SettingValues): Filters {
  const { article, publisher, since, until } = values;
  return {
    ...(article && { articles: article }),
    ...(publisher && { publishers: publisher }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

export function readAskOptions(values: SettingValues): AskOptions {
  return {
    filters: readFilters(values),
    ...(values.limit !== undefined && { limit: values.limit }),
  };
}

/** What the reader must know of articles that a date filter left out; none where it left out none. */
export function describeUndated(filters: Filters, searched: Searched): string | undefined {
  if (filters.since === undefined && filters.until === undefined) return undefined;
  if (searched.undated === 0) return undefined;
  return `note: ${count(searched.undated, "article")} without a known date left out by --since/--until`;
}
